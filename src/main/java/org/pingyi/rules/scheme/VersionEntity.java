package org.pingyi.rules.scheme;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Refusal;
import org.pingyi.rules.scheme.format.SchemeFile;

/** A frozen version as it is stored. */
@Entity
@Immutable
@Table(name = "scheme_version")
class VersionEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long schemeId;

	private int number;

	private String title = "";

	private String document = "";

	private String digest = "";

	private Instant frozenAt = Instant.EPOCH;

	protected VersionEntity() {
	}

	VersionEntity(Draft draft, int number, String document, Instant now) {
		this.schemeId = draft.scheme();
		this.title = draft.title();
		this.number = number;
		this.document = document;
		this.digest = SchemeFile.digest(document);
		this.frozenAt = now;
	}

	/**
	 * Its content, read from its document.
	 * @throws Refusal 409 {@code scheme.altered} as {@link #document}
	 */
	SchemeVersion version() {
		return new SchemeVersion(id(), this.schemeId, this.title, this.number, this.frozenAt, this.digest,
				SchemeFile.read(document()));
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	int number() {
		return this.number;
	}

	/**
	 * The document that was frozen.
	 * @throws Refusal 409 {@code scheme.altered} when the stored one is not what its
	 * digest covers
	 */
	String document() {
		if (!SchemeFile.digest(this.document).equals(this.digest)) {
			throw Refusal.conflict("scheme.altered", this.title, this.number);
		}
		return this.document;
	}

	/** The document as it is stored, whatever its digest says. */
	String stored() {
		return this.document;
	}

	String digest() {
		return this.digest;
	}

}

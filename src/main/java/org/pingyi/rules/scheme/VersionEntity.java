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

	SchemeVersion version() {
		return new SchemeVersion(id(), this.schemeId, this.title, this.number, this.frozenAt, this.digest,
				SchemeFile.read(this.document));
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	int number() {
		return this.number;
	}

	String document() {
		return this.document;
	}

	String digest() {
		return this.digest;
	}

}

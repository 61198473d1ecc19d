package org.pingyi.outcome.result.rendition;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.kept.Representation;

/** A rendition as it is stored, without its bytes. */
@Entity
@Immutable
@Table(name = "result_rendition")
class RenditionEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String edition = "";

	private String address = "";

	private String language = "";

	private String type = "";

	private String fileName = "";

	private boolean zipped;

	private long length;

	private long size;

	private String tag = "";

	private byte[] seal = {};

	@SuppressWarnings("UnusedVariable") // for whoever looks into the table
	private Instant madeAt = Instant.EPOCH;

	protected RenditionEntity() {
	}

	RenditionEntity(RenditionKey key, Representation drawn, RenditionSeals seals, Instant madeAt) {
		this.edition = key.edition();
		this.address = key.address();
		this.language = key.language();
		this.type = drawn.type();
		this.fileName = drawn.fileName();
		this.zipped = drawn.zipped();
		this.length = drawn.length();
		this.size = drawn.body().size();
		this.tag = drawn.tag();
		this.seal = seals.of(sealed());
		this.madeAt = madeAt;
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	long size() {
		return this.size;
	}

	/** Whether it is as it was drawn. */
	boolean isGenuine(RenditionSeals seals) {
		return seals.hold(this.seal, sealed());
	}

	private String[] sealed() {
		return new String[] { this.edition, this.address, this.language, this.type, this.fileName,
				Boolean.toString(this.zipped), Long.toString(this.length), Long.toString(this.size), this.tag };
	}

	/** The seal of one of its parts. */
	byte[] seal(RenditionSeals seals, int number, byte[] content) {
		return seals.of(part(number, content));
	}

	/** Whether a part is the one that was drawn. */
	boolean holds(RenditionSeals seals, RenditionPartEntity part) {
		return seals.hold(part.seal(), part(part.number(), part.content()));
	}

	private String[] part(int number, byte[] content) {
		return new String[] { this.edition, this.address, this.language, this.tag, Integer.toString(number),
				RenditionSeals.digest(content) };
	}

	Representation toRepresentation(Representation.Body body) {
		return new Representation(this.type, this.fileName, this.zipped, this.length, this.tag, body);
	}

}

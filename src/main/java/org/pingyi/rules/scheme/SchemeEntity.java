package org.pingyi.rules.scheme;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A scheme with the draft of its next version. */
@Entity
@Table(name = "scheme_scheme")
class SchemeEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String title = "";

	private String document = "";

	private Instant changedAt = Instant.EPOCH;

	protected SchemeEntity() {
	}

	SchemeEntity(String title, String document, Instant now) {
		redraft(title, document, now);
	}

	final void redraft(String newTitle, String newDocument, Instant now) {
		this.title = newTitle;
		this.document = newDocument;
		this.changedAt = now;
	}

	Draft draft() {
		return new Draft(id(), this.title, this.changedAt, this.document);
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

}

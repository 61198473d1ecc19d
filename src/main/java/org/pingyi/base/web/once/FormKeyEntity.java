package org.pingyi.base.web.once;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The key of a form that was sent, and when. */
@SuppressWarnings("UnusedVariable") // written and read by statements alone
@Entity
@Immutable
@Table(name = "web_form_key")
class FormKeyEntity {

	@Id
	private UUID key = new UUID(0, 0);

	private Instant usedAt = Instant.EPOCH;

	protected FormKeyEntity() {
	}

}

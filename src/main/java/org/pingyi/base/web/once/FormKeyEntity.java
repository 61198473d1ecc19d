package org.pingyi.base.web.once;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * The key of a form that was sent, by which request and when, and whether its act was
 * stored.
 */
@SuppressWarnings("UnusedVariable") // written and read by statements alone
@Entity
@Table(name = "web_form_key")
class FormKeyEntity {

	@Id
	private UUID key = new UUID(0, 0);

	private Instant usedAt = Instant.EPOCH;

	private @Nullable UUID claim;

	private boolean acted;

	protected FormKeyEntity() {
	}

}

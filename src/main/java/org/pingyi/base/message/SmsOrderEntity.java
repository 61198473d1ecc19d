package org.pingyi.base.message;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An order as it is stored, encrypted. */
@Entity
@Immutable
@Table(name = "message_order")
class SmsOrderEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private byte[] sealed = new byte[0];

	private Instant orderedAt = Instant.EPOCH;

	protected SmsOrderEntity() {
	}

	SmsOrderEntity(byte[] sealed, Instant orderedAt) {
		this.sealed = sealed;
		this.orderedAt = orderedAt;
	}

	byte[] sealed() {
		return this.sealed;
	}

	Instant orderedAt() {
		return this.orderedAt;
	}

}

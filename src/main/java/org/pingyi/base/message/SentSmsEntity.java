package org.pingyi.base.message;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A message that the development gateway keeps. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "message_sms")
class SentSmsEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String phone = "";

	private String text = "";

	private Instant sentAt = Instant.EPOCH;

	protected SentSmsEntity() {
	}

	SentSmsEntity(Sms message, Instant sentAt) {
		this.phone = message.phone().digits();
		this.text = message.text();
		this.sentAt = sentAt;
	}

}

package org.pingyi.base.message;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last failure as it is stored, in the only row. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "message_sms_failure")
class SmsFailureEntity {

	@Id
	private boolean onlyOne = true;

	private String kind = "";

	private Instant failedAt = Instant.EPOCH;

	protected SmsFailureEntity() {
	}

}

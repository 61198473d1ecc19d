package org.pingyi.base.message;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An hour's figures as they are stored; written by statements that count. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "message_sms_hour")
class SmsHourEntity {

	@Id
	private Instant hour = Instant.EPOCH;

	private int taken;

	private int sent;

	private int failed;

	private int unsure;

	private int turnedAway;

	protected SmsHourEntity() {
	}

}

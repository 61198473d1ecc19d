package org.pingyi.intake.vote.phone;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The last code of an order as it is stored; changed by guarded statements only.
 */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "vote_code")
class PhoneCodeEntity {

	@Id
	private String orderMac = "";

	private String codeMac = "";

	private Instant sentAt = Instant.EPOCH;

	private int tries;

	protected PhoneCodeEntity() {
	}

}

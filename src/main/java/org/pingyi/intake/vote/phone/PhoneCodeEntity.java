package org.pingyi.intake.vote.phone;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last code of a number as it is stored; changed by guarded statements only. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "vote_code")
class PhoneCodeEntity {

	@Id
	private String phone = "";

	private String codeMac = "";

	private Instant sentAt = Instant.EPOCH;

	private LocalDate sentOn = LocalDate.EPOCH;

	private int sentToday;

	private int tries;

	protected PhoneCodeEntity() {
	}

}

package org.pingyi.intake.vote.phone;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a share of a number has had of a day's messages, as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "vote_code_share")
class CodeShareEntity {

	@Id
	private String shareMac = "";

	private Instant sentAt = Instant.EPOCH;

	private LocalDate sentOn = LocalDate.EPOCH;

	private int sentToday;

	protected CodeShareEntity() {
	}

}

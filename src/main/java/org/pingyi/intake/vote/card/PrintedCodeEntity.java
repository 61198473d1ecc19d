package org.pingyi.intake.vote.card;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A printed code as it is stored: its keyed hash, its batch, and whether it was used. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "vote_printed")
class PrintedCodeEntity {

	@Id
	private String codeMac = "";

	private long batchId;

	private boolean used;

	protected PrintedCodeEntity() {
	}

}

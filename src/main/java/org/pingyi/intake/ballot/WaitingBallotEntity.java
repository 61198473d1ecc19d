package org.pingyi.intake.ballot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * An encrypted ballot as it waits for the seal; its mark is unique unless altered, and
 * lies apart once the ballot was encrypted anew.
 */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "ballot_waiting")
class WaitingBallotEntity {

	@Id
	private byte[] mark = {};

	@Column(name = "cycle_id")
	private long cycle;

	private byte[] box = {};

	protected WaitingBallotEntity() {
	}

}

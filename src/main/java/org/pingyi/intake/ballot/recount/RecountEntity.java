package org.pingyi.intake.ballot.recount;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A recount as it is stored; it ends once. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "ballot_recount")
class RecountEntity {

	@Id
	private long id;

	@Column(name = "cycle_id")
	private long cycle;

	@Enumerated(EnumType.STRING)
	private RecountState state = RecountState.RUNNING;

	private String startedBy = "";

	private Instant startedAt = Instant.EPOCH;

	private long ballots;

	private long signed;

	private long differing;

	private long millis;

	protected RecountEntity() {
	}

}

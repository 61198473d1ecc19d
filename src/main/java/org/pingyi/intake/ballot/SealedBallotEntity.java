package org.pingyi.intake.ballot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A sealed ballot as it is stored, one leaf of the log of ballots. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "ballot_sealed")
@IdClass(SealedBallotEntity.Key.class)
class SealedBallotEntity {

	@Id
	@Column(name = "cycle_id")
	private long cycle;

	@Id
	private long position;

	private String channel = "";

	@Column(name = "unit_id")
	private long unit;

	private String raterClass = "";

	private int signals;

	private long a1;

	private long a2;

	private long a3;

	private long a4;

	private byte[] leaf = {};

	protected SealedBallotEntity() {
	}

	/** The place of a ballot. */
	record Key(long cycle, long position) {
	}

}

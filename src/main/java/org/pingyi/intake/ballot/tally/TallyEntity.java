package org.pingyi.intake.ballot.tally;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A bar of the histograms as it is stored; the sealer counts it up. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "ballot_tally")
@IdClass(TallyEntity.Key.class)
class TallyEntity {

	@Id
	@Column(name = "cycle_id")
	private long cycle;

	@Id
	private String channel = "";

	@Id
	@Column(name = "unit_id")
	private long unit;

	@Id
	private String raterClass = "";

	@Id
	private int signals;

	@Id
	private int item;

	@Id
	private int code;

	private long count;

	protected TallyEntity() {
	}

	/** What is counted. */
	record Key(long cycle, String channel, long unit, String raterClass, int signals, int item, int code) {
	}

}

package org.pingyi.intake.ballot.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A complete inner node of one of the two trees as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "ballot_node")
@IdClass(LogNodeEntity.Key.class)
class LogNodeEntity {

	@Id
	@Column(name = "cycle_id")
	private long cycle;

	@Id
	private int log;

	@Id
	private int level;

	@Id
	private long index;

	private byte[] hash = {};

	protected LogNodeEntity() {
	}

	/** The place of a node: its cycle, its tree, and where it stands there. */
	record Key(long cycle, int log, int level, long index) {
	}

}

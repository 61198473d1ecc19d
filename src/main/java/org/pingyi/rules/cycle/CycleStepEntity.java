package org.pingyi.rules.cycle;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A step that a cycle has taken, as it is stored; written only by its repository. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@IdClass(CycleStepEntity.Key.class)
@Table(name = "cycle_step")
class CycleStepEntity {

	@Id
	private long cycleId;

	@Id
	@Enumerated(EnumType.STRING)
	private Phase phase = Phase.DRAFTED;

	private Instant takenAt = Instant.EPOCH;

	private String takenBy = "";

	protected CycleStepEntity() {
	}

	/** One step of one cycle. */
	record Key(long cycleId, Phase phase) implements Serializable {
	}

}

package org.pingyi.rules.cycle;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A unit's acknowledgement as it is stored; written only by its repository. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@IdClass(AcknowledgementEntity.Key.class)
@Table(name = "cycle_acknowledgement")
class AcknowledgementEntity {

	@Id
	private long cycleId;

	@Id
	private long unitId;

	private Instant acknowledgedAt = Instant.EPOCH;

	private String acknowledgedBy = "";

	protected AcknowledgementEntity() {
	}

	/** One unit in one cycle. */
	record Key(long cycleId, long unitId) implements Serializable {
	}

}

package org.pingyi.outcome.result;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What was decided about an objection, as it is stored. */
@Entity
@Immutable
@Table(name = "result_decision")
class ObjectionDecisionEntity {

	@Id
	@Column(name = "objection_id")
	private long objection;

	private boolean upheld;

	private String reason = "";

	@Column(name = "run_id")
	private long run;

	private Instant decidedAt = Instant.EPOCH;

	private String decidedBy = "";

	protected ObjectionDecisionEntity() {
	}

	/** Internal number of the run that an upheld one must replace. */
	long run() {
		return this.run;
	}

	Objection.Decision toDecision() {
		return new Objection.Decision(this.upheld, this.reason, this.decidedAt, this.decidedBy);
	}

}

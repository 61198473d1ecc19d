package org.pingyi.intake.adjustment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SecondPerson;

/** An adjustment as it is stored. */
@Entity
@Table(name = "adjustment_adjustment")
class AdjustmentEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long cycleId;

	private long unitId;

	@Enumerated(EnumType.STRING)
	private Kind kind = Kind.BONUS;

	private String rule = "";

	private String document = "";

	private LocalDate happenedOn = LocalDate.EPOCH;

	private String cause = "";

	private String handling = "";

	private String reason = "";

	private String source = "";

	private long quantity;

	@Embedded
	private SecondPerson persons = new SecondPerson(ProposalState.PROPOSED, "", null);

	private Instant proposedAt = Instant.EPOCH;

	private @Nullable Instant decidedAt;

	private String remark = "";

	protected AdjustmentEntity() {
	}

	Adjustment adjustment() {
		Proposal proposal = new Proposal(this.cycleId, this.unitId, this.rule, this.document, this.happenedOn,
				this.cause, this.handling, this.reason, this.source, this.quantity);
		return new Adjustment(Objects.requireNonNull(this.id), this.kind, proposal, this.persons.state(),
				this.persons.proposedBy(), this.proposedAt, this.persons.decidedBy(), this.decidedAt, this.remark);
	}

}

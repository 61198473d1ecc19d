package org.pingyi.intake.adjustment;

import java.util.List;
import java.util.Map;

import org.pingyi.base.audit.Approval;
import org.pingyi.base.audit.Decisions;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SecondPerson;
import org.pingyi.rules.cycle.ActRecords;
import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.RecordedAct;

import org.springframework.stereotype.Component;

/** The approvals of adjustments as their rows tell them now. */
@Component
class AdjustmentRecords implements ActRecords {

	private final AdjustmentRepository adjustments;

	private final Decisions decisions;

	AdjustmentRecords(AdjustmentRepository adjustments, Decisions decisions) {
		this.adjustments = adjustments;
		this.decisions = decisions;
	}

	@Override
	public List<RecordedAct> of(long cycle) {
		List<Adjustment> approved = this.adjustments.findByState(cycle, ProposalState.APPROVED)
			.stream()
			.map(AdjustmentEntity::adjustment)
			.toList();
		Map<String, Approval> approvals = this.decisions.approvals(approved.stream().map(this::subject).toList());
		return approved.stream()
			.map((one) -> recorded(one, approvals.getOrDefault(subject(one), Approval.NONE)))
			.toList();
	}

	private String subject(Adjustment adjustment) {
		return AdjustmentDecisions.subject(adjustment.id());
	}

	private static RecordedAct recorded(Adjustment row, Approval history) {
		SecondPerson persons = new SecondPerson(row.state(), row.proposedBy(), row.decidedBy());
		return new RecordedAct(act(row, history.proposer(persons), Approval.agreed(row.remark(), history.remark())),
				history.decider(persons), row.decidedAt());
	}

	/** What is signed when an adjustment is approved. */
	static CycleAct act(Adjustment adjustment, String proposedBy, String remark) {
		Proposal proposal = adjustment.proposal();
		return new CycleAct(proposal.cycle(), "adjustment.approved", AdjustmentDecisions.subject(adjustment.id()),
				proposedBy,
				CycleAct.detail(proposal.unit(), proposal.rule(), proposal.cause(), proposal.handling(),
						proposal.quantity(), proposal.document()),
				CycleAct.words(adjustment.kind(), proposal.happenedOn(), proposal.source(), proposal.reason(), remark));
	}

}

package org.pingyi.intake.adjustment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
		String proposer = history.proposer(persons);
		String remark = Approval.agreed(row.remark(), history.remark());
		return new RecordedAct(act(row, proposer, remark, history), history.decider(persons), row.decidedAt(),
				act(row, proposer, words(row, remark)));
	}

	/** What is signed when an adjustment is approved. */
	static CycleAct act(Adjustment adjustment, String proposedBy, String remark, Approval history) {
		return act(adjustment, proposedBy,
				Stream.concat(words(adjustment, remark),
						Stream.of(Approval.agreed(adjustment.proposedAt().toString(), history.proposedAt()),
								Approval.agreed(String.valueOf(adjustment.decidedAt()), history.decidedAt()))));
	}

	/** What earlier versions signed of it. */
	private static Stream<Object> words(Adjustment adjustment, String remark) {
		Proposal proposal = adjustment.proposal();
		return Stream.of(adjustment.kind(), proposal.happenedOn(), proposal.source(), proposal.reason(), remark);
	}

	private static CycleAct act(Adjustment adjustment, String proposedBy, Stream<Object> words) {
		Proposal proposal = adjustment.proposal();
		return new CycleAct(proposal.cycle(), "adjustment.approved", AdjustmentDecisions.subject(adjustment.id()),
				proposedBy, CycleAct.detail(proposal.unit(), proposal.rule(), proposal.cause(), proposal.handling(),
						proposal.quantity(), proposal.document()),
				CycleAct.words(words.toArray()));
	}

}

package org.pingyi.intake.ballot.tally;

import java.util.List;
import java.util.Map;

import org.pingyi.base.audit.Approval;
import org.pingyi.base.audit.Decisions;
import org.pingyi.rules.cycle.ActRecords;
import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.RecordedAct;

import org.springframework.stereotype.Component;

/** The approvals of exclusions as their rows tell them now. */
@Component
class ExclusionRecords implements ActRecords {

	private final ExclusionRepository exclusions;

	private final Decisions decisions;

	ExclusionRecords(ExclusionRepository exclusions, Decisions decisions) {
		this.exclusions = exclusions;
		this.decisions = decisions;
	}

	@Override
	public List<RecordedAct> of(long cycle) {
		List<Exclusion> approved = this.exclusions.ofCycle(cycle).stream().filter(Exclusion::approved).toList();
		Map<String, Approval> approvals = this.decisions
			.approvals(approved.stream().map((one) -> Exclusions.subject(one.id())).toList());
		return approved.stream()
			.map((one) -> recorded(cycle, one, approvals.getOrDefault(Exclusions.subject(one.id()), Approval.NONE)))
			.toList();
	}

	private static RecordedAct recorded(long cycle, Exclusion row, Approval history) {
		return new RecordedAct(
				act(cycle, row, history.proposer(row.decision()), Approval.agreed(row.reason(), history.reason())),
				history.decider(row.decision()));
	}

	/** What is signed when ballots are excluded. */
	static CycleAct act(long cycle, Exclusion exclusion, String proposedBy, String reason) {
		return new CycleAct(cycle, "exclusion.approved", Exclusions.subject(exclusion.id()), proposedBy,
				CycleAct.detail(exclusion.channel(), exclusion.unit(), exclusion.signals()),
				CycleAct.words(reason, exclusion.evidence()));
	}

}

package org.pingyi.intake.ballot.key;

import java.util.List;

import org.pingyi.base.audit.Approval;
import org.pingyi.base.audit.Decisions;
import org.pingyi.rules.cycle.ActRecords;
import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.RecordedAct;

import org.springframework.stereotype.Component;

/** The destruction of a year's key as its row tells it now. */
@Component
class KeyDestructionRecords implements ActRecords {

	private final KeyDestructionRepository destructions;

	private final Decisions decisions;

	KeyDestructionRecords(KeyDestructionRepository destructions, Decisions decisions) {
		this.destructions = destructions;
		this.decisions = decisions;
	}

	@Override
	public List<RecordedAct> of(long cycle) {
		return this.destructions.findByCycleOrderByIdDesc(cycle)
			.stream()
			.filter((one) -> one.decision().approved())
			.map((one) -> recorded(cycle, one))
			.toList();
	}

	private RecordedAct recorded(long cycle, KeyDestructionEntity row) {
		String subject = KeyDestructions.subject(row.id());
		Approval history = this.decisions.approvals(List.of(subject)).getOrDefault(subject, Approval.NONE);
		return new RecordedAct(act(cycle, row.id(), history.proposer(row.decision()), history.reason()),
				history.decider(row.decision()));
	}

	/** What is signed when a key is destroyed. */
	static CycleAct act(long cycle, long proposal, String proposedBy, String reason) {
		return new CycleAct(cycle, "key.destroyed", KeyDestructions.subject(proposal), proposedBy, "pseudonym-" + cycle,
				CycleAct.words(reason));
	}

}

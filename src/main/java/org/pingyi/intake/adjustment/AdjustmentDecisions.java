package org.pingyi.intake.adjustment;

import java.util.List;
import java.util.Locale;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.Decision;
import org.pingyi.base.audit.Decisions;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores proposals and what was decided about them, with their history and trail. */
@Component
class AdjustmentDecisions {

	private final AdjustmentRepository adjustments;

	private final Decisions decisions;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	AdjustmentDecisions(AdjustmentRepository adjustments, Decisions decisions, Audit audit,
			ApplicationEventPublisher events) {
		this.adjustments = adjustments;
		this.decisions = decisions;
		this.audit = audit;
		this.events = events;
	}

	/** The number of the proposal. */
	long propose(Cycle cycle, Kind kind, Proposal proposal) {
		Decision proposed = this.decisions.decision(ProposalState.PROPOSED, "");
		long id = this.adjustments.insert(kind.name(), proposal, proposed.by(), proposed.at())
			.orElseThrow(() -> Refusal.conflict("adjustment.sourceUsed", proposal.source()));
		this.decisions.append(List.of(subject(id)), proposed);
		this.audit.record("adjustment.proposed", subject(id),
				"cycle:" + cycle.code() + " unit:" + proposal.unit() + " rule:" + proposal.rule());
		return id;
	}

	/** Lets an adjustment count, and tells what then does. */
	void approve(SeenProposal seen, String remark) {
		Adjustment adjustment = decide(seen, ProposalState.APPROVED, remark);
		this.events.publishEvent(AdjustmentRecords.act(adjustment, adjustment.proposedBy(), remark.strip()));
	}

	/**
	 * Decides a proposal of somebody else.
	 * @throws Refusal 409 when it was decided before, or is not what was seen
	 */
	Adjustment decide(SeenProposal seen, ProposalState state, String remark) {
		decide(seen.id(), state, remark);
		Adjustment decided = byNumber(seen.id());
		decided.seen().requireSeen(seen);
		return decided;
	}

	void decide(long adjustment, ProposalState state, String remark) {
		Decision decision = this.decisions.decision(state, remark);
		if (this.adjustments.decide(adjustment, state, decision.by(), decision.at(), decision.remark()) == 0) {
			throw Refusal.conflict("adjustment.decided");
		}
		this.decisions.append(List.of(subject(adjustment)), decision);
		this.audit.record("adjustment." + state.name().toLowerCase(Locale.ROOT), subject(adjustment), "");
	}

	/**
	 * A proposal of somebody else.
	 * @throws Refusal 409 for the own one, 404 when there is none
	 */
	Adjustment requireOther(long adjustment) {
		Adjustment found = byNumber(adjustment);
		if (found.proposedBy().equals(Actor.current().name())) {
			throw Refusal.conflict("adjustment.ownProposal");
		}
		return found;
	}

	/**
	 * One adjustment.
	 * @throws Refusal 404 when there is none
	 */
	Adjustment byNumber(long adjustment) {
		return this.adjustments.findById(adjustment)
			.map(AdjustmentEntity::adjustment)
			.orElseThrow(() -> Refusal.notFound("adjustment.unknown"));
	}

	List<Decision> history(long adjustment) {
		return this.decisions.history(subject(adjustment));
	}

	static String subject(long adjustment) {
		return "adjustment:" + adjustment;
	}

}

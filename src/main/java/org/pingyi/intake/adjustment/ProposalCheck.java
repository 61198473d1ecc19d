package org.pingyi.intake.adjustment;

import java.time.Clock;
import java.time.LocalDate;

import org.pingyi.base.audit.Reason;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;

import org.springframework.stereotype.Component;

/** Refuses a proposal that the cycle's scheme has no place for. */
@Component
class ProposalCheck {

	private static final long MOST = 999_999_999;

	private final Cycles cycles;

	private final Clock clock;

	ProposalCheck(Cycles cycles, Clock clock) {
		this.cycles = cycles;
		this.clock = clock;
	}

	/** The kind of the proposal by its rule, once everything about it fits. */
	Kind kindOf(Proposal proposal, Rulebook rulebook) {
		requireText(proposal);
		Rulebook.Rule rule = rulebook.rule(proposal.rule())
			.orElseThrow(() -> Refusal.invalid("adjustment.ruleUnknown", proposal.rule()).at("rule"));
		Participant unit = participant(proposal);
		if (!unit.traits().containsAll(rule.traits())) {
			throw Refusal.invalid("adjustment.notOpenToUnit", unit.name()).at("unit");
		}
		requireFactors(rule, proposal, rulebook);
		requireQuantity(rule, proposal.quantity());
		return rule.kind();
	}

	/** From opening until the draft is shown to the units. */
	void requireTaking(Cycle cycle) {
		if (!taking(cycle)) {
			throw Refusal.conflict("adjustment.notTaking", cycle.name());
		}
	}

	boolean taking(Cycle cycle) {
		return cycle.phase().reached(Phase.OPENED) && !cycle.phase().reached(Phase.NOTICED);
	}

	private void requireText(Proposal proposal) {
		if (proposal.document().isBlank()) {
			throw Refusal.invalid("adjustment.documentMissing").at("document");
		}
		if (proposal.reason().isBlank()) {
			throw Refusal.invalid("adjustment.reasonMissing").at("reason");
		}
		Reason.Check.require(proposal.reason());
		if (proposal.happenedOn().isAfter(LocalDate.now(this.clock))) {
			throw Refusal.invalid("adjustment.inTheFuture", proposal.happenedOn().toString()).at("happenedOn");
		}
	}

	private Participant participant(Proposal proposal) {
		return Participant.of(this.cycles.participants(proposal.cycle()), proposal.unit())
			.orElseThrow(() -> Refusal.invalid("adjustment.notTakingPart").at("unit"));
	}

	private static void requireQuantity(Rulebook.Rule rule, long quantity) {
		if (quantity < 0 || quantity > MOST) {
			throw Refusal.invalid("adjustment.quantityOutside", MOST).at("quantity");
		}
		if (quantity > 0 && !rule.counts()) {
			throw Refusal.invalid("adjustment.quantityUnasked").at("quantity");
		}
	}

	private static void requireFactors(Rulebook.Rule rule, Proposal proposal, Rulebook rulebook) {
		if (rule.kind() != Kind.DEDUCTION) {
			return;
		}
		if (rulebook.cause(proposal.cause()).isEmpty()) {
			throw Refusal.invalid("adjustment.causeMissing").at("cause");
		}
		if (rulebook.handling(proposal.handling()).isEmpty()) {
			throw Refusal.invalid("adjustment.handlingMissing").at("handling");
		}
	}

}

package org.pingyi.intake.adjustment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SeenProposal;

/**
 * A bonus, deduction or veto and what became of it.
 *
 * @param id internal number
 * @param kind its kind, by its rule
 * @param proposal what was proposed
 * @param state where it stands
 * @param proposedBy sign-in name
 * @param proposedAt when
 * @param decidedBy sign-in name of the second person, or null
 * @param decidedAt when, or null
 * @param remark what the second person said, or ""
 */
public record Adjustment(long id, Kind kind, Proposal proposal, ProposalState state, String proposedBy,
		Instant proposedAt, @Nullable String decidedBy, @Nullable Instant decidedAt, String remark) {

	/** What whoever decides goes by. */
	public SeenProposal seen() {
		Proposal it = this.proposal;
		return SeenProposal.of(this.id, this.kind, it.cycle(), it.unit(), it.rule(), it.document(), it.happenedOn(),
				it.cause(), it.handling(), it.reason(), it.source(), it.quantity(), this.proposedBy, this.proposedAt);
	}

}

package org.pingyi.intake.adjustment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.ProposalState;

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
}

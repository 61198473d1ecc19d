package org.pingyi.base.audit;

import java.time.Instant;

/**
 * One line of a proposal's history.
 *
 * @param state the state that it brought about
 * @param by sign-in name
 * @param at when
 * @param remark why, or ""
 */
public record Decision(ProposalState state, String by, Instant at, String remark) {
}

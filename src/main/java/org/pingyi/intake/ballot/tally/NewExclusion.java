package org.pingyi.intake.ballot.tally;

import org.springframework.modulith.NamedInterface;

/**
 * A proposal to set ballots apart: those of a channel about a unit that carry just these
 * signals.
 *
 * @param reason at most 500 characters
 * @param evidence what speaks for it, at most 2000 characters
 */
@NamedInterface("tally")
public record NewExclusion(long cycle, String channel, long unit, int signals, String reason, String evidence) {
}

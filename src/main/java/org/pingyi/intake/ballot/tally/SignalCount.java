package org.pingyi.intake.ballot.tally;

import org.springframework.modulith.NamedInterface;

/**
 * How many ballots about a unit carry just these signals.
 *
 * @param unit number of the unit
 * @param signals bit set; 0 for ballots without any
 */
@NamedInterface("tally")
public record SignalCount(String channel, long unit, int signals, long ballots) {
}

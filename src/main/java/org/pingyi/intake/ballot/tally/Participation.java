package org.pingyi.intake.ballot.tally;

import org.springframework.modulith.NamedInterface;

/**
 * How many ballots came in; the one figure that the embargo leaves open.
 *
 * @param channel code of the channel
 * @param unit number of the unit
 * @param raterClass code of the rater class
 * @param ballots how many
 */
@NamedInterface("tally")
public record Participation(String channel, long unit, String raterClass, long ballots) {
}

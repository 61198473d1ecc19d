package org.pingyi.intake.ballot;

/**
 * How many ballots came in; the one figure that the embargo leaves open.
 *
 * @param channel code of the channel
 * @param unit number of the unit
 * @param raterClass code of the rater class
 * @param ballots how many
 */
public record Participation(String channel, long unit, String raterClass, long ballots) {
}

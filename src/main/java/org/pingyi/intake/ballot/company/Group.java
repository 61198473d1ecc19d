package org.pingyi.intake.ballot.company;

/**
 * What a sealed ballot shows beside its answers: those that are alike in it are each
 * other's company.
 *
 * @param channel code of the channel
 * @param raterClass code of the rater class
 * @param unit number of the unit
 * @param signals bit set of its signals
 */
public record Group(String channel, String raterClass, long unit, int signals) {
}

package org.pingyi.intake.ballot.recount;

/**
 * A bar of the histograms that the ballots do not give.
 *
 * @param unit number of the unit
 * @param item number of the item from 1; 0 for whole ballots
 * @param tallied how many the tallies say
 * @param counted how many ballots there are
 */
public record DifferingBar(String channel, long unit, String raterClass, int signals, int item, int code, long tallied,
		long counted) {
}

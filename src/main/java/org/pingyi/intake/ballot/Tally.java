package org.pingyi.intake.ballot;

import java.util.Comparator;

/**
 * One bar of the histograms over sealed ballots.
 *
 * @param channel code of the channel
 * @param unit number of the unit
 * @param raterClass code of the rater class
 * @param signals bit set of doubts raised at intake
 * @param item number of the item from 1; 0 with code 0 counts whole ballots
 * @param code answer code: level, or mark in tenths
 * @param count how many
 */
public record Tally(String channel, long unit, String raterClass, int signals, int item, int code, long count) {

	/** By what is counted, whatever the count. */
	static final Comparator<Tally> ORDER = Comparator.comparing(Tally::channel)
		.thenComparingLong(Tally::unit)
		.thenComparing(Tally::raterClass)
		.thenComparingInt(Tally::signals)
		.thenComparingInt(Tally::item)
		.thenComparingInt(Tally::code);

}

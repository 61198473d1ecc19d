package org.pingyi.intake.ballot.tally;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

import org.springframework.modulith.NamedInterface;

/**
 * One bar of the histograms over sealed ballots.
 *
 * @param channel code of the channel
 * @param unit number of the unit
 * @param raterClass code of the rater class
 * @param signals bit set of the signals noted at intake
 * @param item number of the item from 1; 0 with code 0 counts whole ballots
 * @param code answer code: level, or mark in tenths
 * @param count how many
 */
@NamedInterface("tally")
public record Tally(String channel, long unit, String raterClass, int signals, int item, int code, long count) {

	/** By what is counted, whatever the count. */
	public static final Comparator<Tally> ORDER = Comparator.comparing(Tally::channel)
		.thenComparingLong(Tally::unit)
		.thenComparing(Tally::raterClass)
		.thenComparingInt(Tally::signals)
		.thenComparingInt(Tally::item)
		.thenComparingInt(Tally::code);

	/**
	 * The bars that everybody may see: summed over rater classes and signals, so that no
	 * small circle stands out, and without the answers where too few ballots are about a
	 * unit. How many ballots there are is always told.
	 * @param fewest by the code of the channel, how many ballots show their answers
	 */
	public static List<Tally> discreet(List<Tally> tallies, ToLongFunction<String> fewest) {
		Map<Tally, Long> sums = new TreeMap<>(ORDER);
		tallies.forEach((tally) -> sums.merge(tally.bar(tally.item(), tally.code()), tally.count(), Long::sum));
		return sums.entrySet()
			.stream()
			.filter((sum) -> sum.getKey().item() == 0
					|| sums.getOrDefault(sum.getKey().bar(0, 0), 0L) >= fewest.applyAsLong(sum.getKey().channel()))
			.map((sum) -> sum.getKey().of(sum.getValue()))
			.toList();
	}

	/** A bar of the same unit and channel, whoever answered. */
	private Tally bar(int otherItem, int otherCode) {
		return new Tally(this.channel, this.unit, "", 0, otherItem, otherCode, 0);
	}

	private Tally of(long sum) {
		return new Tally(this.channel, this.unit, this.raterClass, this.signals, this.item, this.code, sum);
	}

}

package org.pingyi.verify;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bar of the histograms counts.
 *
 * @param unit code of the unit
 */
record Bar(String channel, String unit, String raterClass, long signals, long item, long code) {

	static final Comparator<Bar> ORDER = Comparator.comparing(Bar::channel)
		.thenComparing(Bar::unit)
		.thenComparing(Bar::raterClass)
		.thenComparingLong(Bar::signals)
		.thenComparingLong(Bar::item)
		.thenComparingLong(Bar::code);

	/** A bar of a table; published ones show neither class nor signals. */
	static Bar of(CsvRow row, String unit) {
		return new Bar(row.text("channel"), unit, row.has("rater_class") ? row.text("rater_class") : "",
				row.has("signals") ? row.number("signals") : 0, row.number("item"), row.number("code"));
	}

	/** The bar that counts whole ballots besides this one. */
	Bar ballots() {
		return new Bar(this.channel, this.unit, this.raterClass, this.signals, 0, 0);
	}

	/** The answers to this bar's item, whatever they were. */
	Bar anyAnswer() {
		return new Bar(this.channel, this.unit, this.raterClass, this.signals, this.item, 0);
	}

	/** Tells each bar whose counts differ. */
	static void compare(Map<Bar, Long> left, Map<Bar, Long> right, Difference difference) {
		Map<Bar, Long> all = new TreeMap<>(ORDER);
		all.putAll(left);
		all.putAll(right);
		all.keySet().forEach((bar) -> {
			long one = left.getOrDefault(bar, 0L);
			long other = right.getOrDefault(bar, 0L);
			if (one != other) {
				difference.found(bar, one, other);
			}
		});
	}

	/** Hears of a difference. */
	interface Difference {

		void found(Bar bar, long left, long right);

	}

	@Override
	public String toString() {
		return "%s %s %s %d, %d = %d".formatted(this.unit, this.channel,
				this.raterClass.isEmpty() ? "*" : this.raterClass, this.signals, this.item, this.code);
	}

}

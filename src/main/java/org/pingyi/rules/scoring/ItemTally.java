package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** The answers to one item, as counts by answer code. */
final class ItemTally {

	private final Item item;

	private final Scale scale;

	private final SortedMap<Integer, Long> counts = new TreeMap<>();

	ItemTally(Item item, Scale scale) {
		this.item = item;
		this.scale = scale;
	}

	void add(int code, long count) {
		if (!this.scale.accepts(code)) {
			throw new IllegalArgumentException("No answer " + code + " to " + this.item.code());
		}
		if (points(code) != null) {
			this.counts.merge(code, count, Long::sum);
		}
	}

	Item item() {
		return this.item;
	}

	BigDecimal weight() {
		return this.item.weight();
	}

	/** Counts of the answers with a value, by answer code. */
	SortedMap<Integer, Long> counts() {
		return this.counts;
	}

	long rated() {
		return this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Points of all answers, on the scale's own points or marks. */
	BigDecimal sum() {
		BigDecimal sum = BigDecimal.ZERO;
		for (var bar : this.counts.entrySet()) {
			BigDecimal points = points(bar.getKey());
			sum = (points != null) ? sum.add(points.multiply(BigDecimal.valueOf(bar.getValue()))) : sum;
		}
		return sum;
	}

	/** Mean of the answers with a value, of which there is at least one. */
	Exact mean() {
		return Exact.of(sum()).over(BigDecimal.valueOf(rated()));
	}

	private @Nullable BigDecimal points(int code) {
		return points(this.scale, code);
	}

	/** What an answer is worth, or null when it has no value. */
	static @Nullable BigDecimal points(Scale scale, int code) {
		return scale.hasLevels() ? scale.level(code).map(Level::points).orElse(null) : BigDecimal.valueOf(code, 1);
	}

}

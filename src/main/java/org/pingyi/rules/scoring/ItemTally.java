package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** The answers to one item that have a value, as counts by answer code. */
final class ItemTally {

	private final Item item;

	private final Scale scale;

	private final SortedMap<Integer, Long> counts = new TreeMap<>();

	private BigDecimal sum = BigDecimal.ZERO;

	private long rated;

	ItemTally(Item item, Scale scale) {
		this.item = item;
		this.scale = scale;
	}

	void add(int code, long count) {
		if (!this.scale.accepts(code)) {
			throw new IllegalArgumentException("No answer " + code + " to " + this.item.code());
		}
		BigDecimal points = points(this.scale, code);
		if (points != null) {
			this.counts.merge(code, count, Long::sum);
			this.sum = this.sum.add(points.multiply(BigDecimal.valueOf(count)));
			this.rated += count;
		}
	}

	Item item() {
		return this.item;
	}

	BigDecimal weight() {
		return this.item.weight();
	}

	SortedMap<Integer, Long> counts() {
		return this.counts;
	}

	long rated() {
		return this.rated;
	}

	/** Points of all answers, on the scale's own points or marks. */
	BigDecimal sum() {
		return this.sum;
	}

	/** Mean of the answers with a value, of which there is at least one. */
	Exact mean() {
		return Exact.of(this.sum).over(BigDecimal.valueOf(this.rated));
	}

	/** What an answer is worth, or null when it has no value. */
	static @Nullable BigDecimal points(Scale scale, int code) {
		return scale.hasLevels() ? scale.level(code).map(Level::points).orElse(null) : BigDecimal.valueOf(code, 1);
	}

}

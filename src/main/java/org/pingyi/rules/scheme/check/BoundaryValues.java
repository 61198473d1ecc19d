package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.Range;

/**
 * Values at which conditions can begin or cease to hold: each edge, and one value between
 * any two of them. What holds at these holds everywhere.
 */
final class BoundaryValues {

	private static final int EXACT = 10;

	private BoundaryValues() {
	}

	/**
	 * The values to look at, rising.
	 * @param ranges what asks about the figure
	 * @param within where the figure can lie
	 * @param places decimals to which the figure is rounded, or null
	 */
	static List<BigDecimal> of(List<Range> ranges, Range within, @Nullable Integer places) {
		TreeSet<BigDecimal> edges = new TreeSet<>();
		Stream.concat(ranges.stream(), Stream.of(within)).flatMap(BoundaryValues::edges).forEach(edges::add);
		if (edges.isEmpty()) {
			edges.add(BigDecimal.ZERO);
		}
		List<BigDecimal> values = new ArrayList<>();
		add(values, edges.first().subtract(BigDecimal.ONE), within);
		BigDecimal last = null;
		for (BigDecimal edge : edges) {
			if (last != null) {
				add(values, between(last, edge, places), within);
			}
			add(values, edge, within);
			last = edge;
		}
		add(values, edges.last().add(BigDecimal.ONE), within);
		return values;
	}

	private static Stream<BigDecimal> edges(Range range) {
		return Stream.of(range.from(), range.above(), range.to(), range.below()).filter(Objects::nonNull);
	}

	/** A value between two edges, or the lower edge where the figure can have none. */
	private static BigDecimal between(BigDecimal lower, BigDecimal upper, @Nullable Integer places) {
		int kept = (places != null) ? places : EXACT + 1;
		BigDecimal middle = lower.add(upper).divide(BigDecimal.TWO, EXACT + 1, RoundingMode.HALF_UP);
		BigDecimal rounded = middle.setScale(kept, RoundingMode.DOWN);
		boolean inside = rounded.compareTo(lower) > 0 && rounded.compareTo(upper) < 0;
		return inside ? plain(rounded) : lower;
	}

	private static void add(List<BigDecimal> values, BigDecimal value, Range within) {
		if (within.holds(value) && (values.isEmpty() || values.getLast().compareTo(value) != 0)) {
			values.add(plain(value));
		}
	}

	static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

}

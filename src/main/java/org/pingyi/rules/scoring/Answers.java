package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers with a value, as counts by answer code on one scale. */
final class Answers {

	/** More different answers than these are shown as their sum only. */
	private static final int TERMS = 12;

	private final Scale scale;

	private final SortedMap<Integer, Long> counts = new TreeMap<>();

	private BigDecimal sum = BigDecimal.ZERO;

	private long rated;

	Answers(Scale scale) {
		this.scale = scale;
	}

	/** Adds answers; those that have no value leave the denominator. */
	void add(int code, long count) {
		BigDecimal points = this.scale.points(code);
		if (points != null && count > 0) {
			this.counts.merge(code, count, Long::sum);
			this.sum = this.sum.add((count == 1) ? points : points.multiply(BigDecimal.valueOf(count)));
			this.rated += count;
		}
	}

	void add(Answers other) {
		other.counts.forEach(this::add);
	}

	long rated() {
		return this.rated;
	}

	/** Points of all answers, on the scale's own points, marks or places. */
	BigDecimal sum() {
		return this.sum;
	}

	/** How many are at some levels. */
	long at(List<Integer> levels) {
		return levels.stream().mapToLong((level) -> this.counts.getOrDefault(level, 0L)).sum();
	}

	/** The same without so many of the best and of the worst. */
	Answers without(long each) {
		Answers kept = new Answers(this.scale);
		long start = 0;
		for (Map.Entry<Integer, Long> bar : rising()) {
			long end = start + bar.getValue();
			kept.add(bar.getKey(), Math.min(end, this.rated - each) - Math.max(start, each));
			start = end;
		}
		return kept;
	}

	/** The middle answer, or the mean of the two middle ones. */
	Exact median() {
		return Exact.of(pointsAt((this.rated - 1) / 2).add(pointsAt(this.rated / 2))).over(BigDecimal.TWO);
	}

	/** The points of the answer at a position from the worst, counted from 0. */
	private BigDecimal pointsAt(long position) {
		long end = 0;
		for (Map.Entry<Integer, Long> bar : rising()) {
			end += bar.getValue();
			if (position < end) {
				return points(bar.getKey());
			}
		}
		throw new IllegalArgumentException("No answer at " + position);
	}

	private List<Map.Entry<Integer, Long>> rising() {
		return this.counts.entrySet()
			.stream()
			.sorted(Comparator.comparing((Map.Entry<Integer, Long> bar) -> points(bar.getKey()))
				.thenComparing(Map.Entry::getKey))
			.toList();
	}

	/** The terms of the sum: {@code 3×100+1×80}. */
	String terms() {
		return (this.counts.size() > TERMS) ? "Σ"
				: this.counts.entrySet()
					.stream()
					.map((bar) -> bar.getValue() + "×" + Arithmetic.figure(points(bar.getKey())))
					.collect(Collectors.joining("+"));
	}

	private BigDecimal points(int code) {
		return Objects.requireNonNull(this.scale.points(code));
	}

}

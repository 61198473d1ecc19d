package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers with a value, as counts by answer code on one scale. */
final class Answers {

	/** More different answers than these are shown as their sum only. */
	private static final int TERMS = 12;

	private final Points points;

	/** By answer code. */
	private long[] counts = new long[10];

	private long rated;

	Answers(Points points) {
		this.points = points;
	}

	/** The answers to an item in some histograms. */
	static Answers of(Points points, List<Histogram> histograms, int item) {
		Answers answers = new Answers(points);
		histograms.forEach((histogram) -> answers.add(histogram.item(item)));
		return answers;
	}

	/** Adds answers; those that have no value leave the denominator. */
	void add(int code, long count) {
		if (count > 0 && this.points.hasValue(code)) {
			if (code >= this.counts.length) {
				this.counts = Arrays.copyOf(this.counts, code + 1);
			}
			this.counts[code] += count;
			this.rated += count;
		}
	}

	void add(Answers other) {
		add(other.counts);
	}

	/** Adds bars by answer code. */
	private void add(long[] bars) {
		for (int code = 0; code < bars.length; code++) {
			add(code, bars[code]);
		}
	}

	Answers copy() {
		Answers copy = new Answers(this.points);
		copy.add(this);
		return copy;
	}

	long rated() {
		return this.rated;
	}

	/** Points of all answers, on the scale's own points, marks or places. */
	BigDecimal sum() {
		try {
			long sum = 0;
			for (int code = 0; code < this.counts.length; code++) {
				if (this.counts[code] > 0) {
					sum = Math.addExact(sum, Math.multiplyExact(this.counts[code], this.points.of(code)));
				}
			}
			return this.points.points(sum);
		}
		catch (ArithmeticException tooLarge) {
			return given().mapToObj((code) -> points(code).multiply(BigDecimal.valueOf(this.counts[code])))
				.reduce(BigDecimal.ZERO, BigDecimal::add);
		}
	}

	/** How many are at some levels. */
	long at(List<Integer> levels) {
		long at = 0;
		for (int level : levels) {
			at += (level < this.counts.length) ? this.counts[level] : 0;
		}
		return at;
	}

	/** The same without so many of the best and of the worst. */
	Answers without(long each) {
		Answers kept = new Answers(this.points);
		long start = 0;
		for (int code : rising()) {
			long end = start + this.counts[code];
			kept.add(code, Math.min(end, this.rated - each) - Math.max(start, each));
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
		for (int code : rising()) {
			end += this.counts[code];
			if (position < end) {
				return points(code);
			}
		}
		throw new IllegalArgumentException("No answer at " + position);
	}

	/** The codes that were given, from the worst; equal ones by their codes. */
	private int[] rising() {
		long[] keys = new long[this.counts.length];
		int given = 0;
		for (int code = 0; code < this.counts.length; code++) {
			if (this.counts[code] > 0) {
				keys[given++] = this.points.of(code) * Histogram.CODES + code;
			}
		}
		Arrays.sort(keys, 0, given);
		int[] codes = new int[given];
		Arrays.setAll(codes, (place) -> Math.floorMod(keys[place], Histogram.CODES));
		return codes;
	}

	private IntStream given() {
		return IntStream.range(0, this.counts.length).filter((code) -> this.counts[code] > 0);
	}

	/** The terms of the sum: {@code 3×100+1×80}. */
	String terms() {
		return (given().count() > TERMS) ? "Σ"
				: given().mapToObj((code) -> this.counts[code] + "×" + Arithmetic.figure(points(code)))
					.collect(Collectors.joining("+"));
	}

	private BigDecimal points(int code) {
		return this.points.points(this.points.of(code));
	}

}

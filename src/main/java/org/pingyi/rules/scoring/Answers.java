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

	/** Parts of answers by answer code. */
	private long[] counts = new long[10];

	/** All of them together. */
	private long parts;

	/** Who gave them, whatever they weigh. */
	private long rated;

	/** Decimals of a count: 0 where every answer counts as one. */
	private final int places;

	/** As how many parts a whole answer counts. */
	private final long whole;

	private Answers(Points points, int places, long whole) {
		this.points = points;
		this.places = places;
		this.whole = whole;
	}

	/** The answers to an item in some histograms. */
	static Answers of(Points points, int places, List<Histogram> histograms, int item) {
		Answers answers = new Answers(points, places, BigDecimal.ONE.movePointRight(places).longValueExact());
		histograms.forEach((histogram) -> answers.add(histogram.item(item), histogram.parts()));
		return answers;
	}

	/** Adds whole answers; those that have no value leave the denominator. */
	void add(int code, long count) {
		add(code, count, this.whole);
	}

	private void add(int code, long count, long each) {
		if (count > 0 && this.points.hasValue(code)) {
			addParts(code, count * each);
			this.rated += count;
		}
	}

	private void addParts(int code, long added) {
		if (code >= this.counts.length) {
			this.counts = Arrays.copyOf(this.counts, code + 1);
		}
		this.counts[code] += added;
		this.parts += added;
	}

	void add(Answers other) {
		for (int code = 0; code < other.counts.length; code++) {
			if (other.counts[code] > 0) {
				addParts(code, other.counts[code]);
			}
		}
		this.rated += other.rated;
	}

	/** Adds bars by answer code, each answer as so many parts. */
	private void add(long[] bars, long each) {
		for (int code = 0; code < bars.length; code++) {
			add(code, bars[code], each);
		}
	}

	Answers copy() {
		Answers copy = new Answers(this.points, this.places, this.whole);
		copy.add(this);
		return copy;
	}

	/** How many people gave an answer with a value. */
	long rated() {
		return this.rated;
	}

	/** As how many whole answers they count together. */
	BigDecimal ballots() {
		return ballots(this.parts);
	}

	private BigDecimal ballots(long counted) {
		return BigDecimal.valueOf(counted, this.places);
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
			return this.points.points(sum).movePointLeft(this.places);
		}
		catch (ArithmeticException tooLarge) {
			return given().mapToObj((code) -> points(code).multiply(ballots(this.counts[code])))
				.reduce(BigDecimal.ZERO, BigDecimal::add);
		}
	}

	/** How many are at some levels. */
	BigDecimal at(List<Integer> levels) {
		long at = 0;
		for (int level : levels) {
			at += (level < this.counts.length) ? this.counts[level] : 0;
		}
		return ballots(at);
	}

	/** The same without so many whole answers of the best and of the worst. */
	Answers without(long each) {
		Answers kept = new Answers(this.points, this.places, this.whole);
		long dropped = each * this.whole;
		long start = 0;
		for (int code : rising()) {
			long end = start + this.counts[code];
			kept.keep(code, Math.min(end, this.parts - dropped) - Math.max(start, dropped));
			start = end;
		}
		return kept;
	}

	private void keep(int code, long kept) {
		if (kept > 0) {
			addParts(code, kept);
		}
	}

	/** The middle answer, or the mean of the two middle ones. */
	Exact median() {
		return Exact.of(pointsAt((this.parts - 1) / 2).add(pointsAt(this.parts / 2))).over(BigDecimal.TWO);
	}

	/** The points of the part of an answer at a position from the worst, from 0. */
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
				: given().mapToObj(
						(code) -> Arithmetic.figure(ballots(this.counts[code])) + "×" + Arithmetic.figure(points(code)))
					.collect(Collectors.joining("+"));
	}

	private BigDecimal points(int code) {
		return this.points.points(this.points.of(code));
	}

}

package org.pingyi.rules.scoring;

import java.math.BigDecimal;

/** Writes calculations in figures, without words. */
final class Arithmetic {

	static final String STEP = "; ";

	static final int PLACES = 4;

	private Arithmetic() {
	}

	static String figure(BigDecimal value) {
		return Exact.plain(value).toPlainString().replace('-', '−');
	}

	/** The value with its sign of equality: {@code =89.8} or {@code ≈79.2308}. */
	static String equals(Exact exact, BigDecimal shown) {
		return (exact.is(shown) ? "=" : "≈") + figure(shown);
	}

	/** The value to a few places, for steps on the way: {@code ≈85.7143}. */
	static String equals(Exact exact) {
		return equals(exact, exact.rounded(PLACES));
	}

	/** Dividing by a full mark: {@code %} for 100, nothing for 1. */
	static String by(BigDecimal full) {
		if (full.compareTo(BigDecimal.ONE) == 0) {
			return "";
		}
		return (full.compareTo(Node.HUNDRED) == 0) ? "%" : "÷" + figure(full);
	}

	/** A figure between its edges: {@code 60≤62.5<70}. */
	static String within(Range range, Exact value) {
		return within(range, figure(value.shown()));
	}

	static String within(Range range, String value) {
		StringBuilder text = new StringBuilder();
		BigDecimal least = (range.from() != null) ? range.from() : range.above();
		if (least != null) {
			text.append(figure(least)).append((range.from() != null) ? '≤' : '<');
		}
		text.append(value);
		BigDecimal most = (range.to() != null) ? range.to() : range.below();
		if (most != null) {
			text.append((range.to() != null) ? '≤' : '<').append(figure(most));
		}
		return text.toString();
	}

	/** Joins signed terms: {@code 3+2−1.5}. */
	static void addTerm(StringBuilder sum, BigDecimal term) {
		if (term.signum() < 0) {
			sum.append('−');
		}
		else if (!sum.isEmpty()) {
			sum.append('+');
		}
		sum.append(figure(term.abs()));
	}

}

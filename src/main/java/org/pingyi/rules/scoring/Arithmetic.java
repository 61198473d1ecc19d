package org.pingyi.rules.scoring;

import java.math.BigDecimal;

/** Writes calculations in figures, without words. */
final class Arithmetic {

	static final String STEP = "; ";

	static final int PLACES = 4;

	/** Numbers of so many digits fit into a long. */
	private static final int DIGITS = 18;

	private Arithmetic() {
	}

	static String figure(BigDecimal value) {
		StringBuilder text = new StringBuilder();
		append(text, value);
		return text.toString();
	}

	/** Appends a figure, those that fit into a long without a number in between. */
	static void append(StringBuilder text, BigDecimal value) {
		if (value.scale() < 0 || value.scale() > DIGITS || value.precision() > DIGITS) {
			text.append(Exact.plain(value).toPlainString().replace('-', '−'));
			return;
		}
		if (value.signum() < 0) {
			text.append('−');
		}
		append(text, Math.abs(value.unscaledValue().longValue()), value.scale());
	}

	private static void append(StringBuilder text, long units, int places) {
		long shown = units;
		long one = 1;
		for (int place = places; place > 0; place--) {
			if (one == 1 && shown % 10 == 0) {
				shown /= 10;
			}
			else {
				one *= 10;
			}
		}
		text.append(shown / one);
		if (one > 1) {
			int point = text.length();
			// The one in front keeps the zeros behind the point, and makes room for it.
			text.append(one + shown % one).setCharAt(point, '.');
		}
	}

	/** The value with its sign of equality: {@code =89.8} or {@code ≈79.2308}. */
	static String equals(Exact exact, BigDecimal shown) {
		return (exact.is(shown) ? "=" : "≈") + figure(shown);
	}

	/** Appends the value to a few places, for steps on the way: {@code ≈85.7143}. */
	static void appendEqual(StringBuilder text, Exact exact) {
		BigDecimal shown = exact.rounded(PLACES);
		append(text.append(exact.is(shown) ? '=' : '≈'), shown);
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

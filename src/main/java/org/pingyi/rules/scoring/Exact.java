package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A number without any rounding: means of counts do not terminate as decimals, so it is
 * kept as a fraction until the rules say where to round.
 *
 * @param numerator above the line
 * @param denominator below the line, above 0
 */
record Exact(BigDecimal numerator, BigDecimal denominator) implements Comparable<Exact> {

	static final Exact ZERO = of(BigDecimal.ZERO);

	static final Exact ONE = of(BigDecimal.ONE);

	/** Places of figures that are only shown: a remainder becomes a line of its own. */
	private static final int SHOWN = 10;

	static Exact of(BigDecimal value) {
		return new Exact(value, BigDecimal.ONE);
	}

	static Exact of(long value) {
		return of(BigDecimal.valueOf(value));
	}

	Exact plus(Exact other) {
		if (this.denominator.compareTo(other.denominator) == 0) {
			return new Exact(this.numerator.add(other.numerator), this.denominator);
		}
		return new Exact(this.numerator.multiply(other.denominator).add(other.numerator.multiply(this.denominator)),
				this.denominator.multiply(other.denominator));
	}

	Exact minus(Exact other) {
		return plus(new Exact(other.numerator.negate(), other.denominator));
	}

	Exact times(Exact other) {
		return new Exact(this.numerator.multiply(other.numerator), this.denominator.multiply(other.denominator));
	}

	Exact times(BigDecimal factor) {
		return new Exact(this.numerator.multiply(factor), this.denominator);
	}

	/** Divides by a number above 0; a decimal that divides evenly stays a decimal. */
	Exact over(BigDecimal divisor) {
		if (divisor.compareTo(Node.HUNDRED) == 0) {
			return new Exact(this.numerator.movePointLeft(2), this.denominator);
		}
		if (this.denominator.compareTo(BigDecimal.ONE) != 0) {
			return new Exact(this.numerator, this.denominator.multiply(divisor));
		}
		BigDecimal[] parts = this.numerator.divideAndRemainder(divisor);
		return (parts[1].signum() == 0) ? of(parts[0]) : new Exact(this.numerator, divisor);
	}

	/** Divides by another value, which is not 0. */
	Exact over(Exact other) {
		boolean negative = other.numerator.signum() < 0;
		BigDecimal above = negative ? other.denominator.negate() : other.denominator;
		return new Exact(this.numerator.multiply(above), this.denominator).over(other.numerator.abs());
	}

	/**
	 * The mean of at least one value. Equal denominators are added first, so that many
	 * values do not pile theirs up.
	 */
	static Exact mean(List<Exact> values) {
		Map<BigDecimal, Exact> sums = new TreeMap<>();
		values.forEach((value) -> sums.merge(value.denominator, value, Exact::plus));
		return sum(List.copyOf(sums.values())).over(BigDecimal.valueOf(values.size()));
	}

	/**
	 * The sum of values. Halves are added up first, so that most denominators that are
	 * multiplied are small ones.
	 */
	static Exact sum(List<Exact> values) {
		return values.isEmpty() ? ZERO : sum(values, 0, values.size());
	}

	private static Exact sum(List<Exact> values, int from, int to) {
		int middle = (from + to) / 2;
		return (middle == from) ? values.get(from) : sum(values, from, middle).plus(sum(values, middle, to));
	}

	/** HALF_UP, with as many places as asked for. */
	BigDecimal rounded(int places) {
		return this.numerator.divide(this.denominator, places, RoundingMode.HALF_UP);
	}

	BigDecimal rounded(int places, Rounding rounding) {
		return this.numerator.divide(this.denominator, places, rounding.mode());
	}

	/** The value as people read it, without needless zeros. */
	BigDecimal shown() {
		return plain(rounded(SHOWN));
	}

	Exact max(Exact other) {
		return (compareTo(other) < 0) ? other : this;
	}

	Exact min(Exact other) {
		return (compareTo(other) > 0) ? other : this;
	}

	int signum() {
		return this.numerator.signum();
	}

	boolean is(BigDecimal value) {
		return this.numerator.compareTo(value.multiply(this.denominator)) == 0;
	}

	@Override
	public int compareTo(Exact other) {
		return this.numerator.multiply(other.denominator).compareTo(other.numerator.multiply(this.denominator));
	}

	static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

}

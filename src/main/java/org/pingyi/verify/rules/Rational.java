package org.pingyi.verify.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * An exact fraction in lowest terms.
 *
 * @param above numerator
 * @param below denominator, above 0
 */
record Rational(BigInteger above, BigInteger below) implements Comparable<Rational> {

	static final Rational ZERO = of(0);

	static final Rational ONE = of(1);

	static final Rational HUNDRED = of(100);

	static Rational of(long number) {
		return new Rational(BigInteger.valueOf(number), BigInteger.ONE);
	}

	static Rational of(BigDecimal number) {
		BigInteger digits = number.unscaledValue();
		BigInteger power = BigInteger.TEN.pow(Math.abs(number.scale()));
		return (number.scale() < 0) ? new Rational(digits.multiply(power), BigInteger.ONE) : reduced(digits, power);
	}

	private static Rational reduced(BigInteger above, BigInteger below) {
		BigInteger divisor = above.gcd(below);
		BigInteger signed = (below.signum() < 0) ? divisor.negate() : divisor;
		return new Rational(above.divide(signed), below.divide(signed));
	}

	static Rational sum(Collection<Rational> all) {
		return all.stream().reduce(ZERO, Rational::plus);
	}

	Rational plus(Rational other) {
		return reduced(this.above.multiply(other.below).add(other.above.multiply(this.below)),
				this.below.multiply(other.below));
	}

	Rational minus(Rational other) {
		return plus(other.negated());
	}

	Rational negated() {
		return new Rational(this.above.negate(), this.below);
	}

	Rational times(Rational other) {
		return reduced(this.above.multiply(other.above), this.below.multiply(other.below));
	}

	/**
	 * @throws ArithmeticException over 0
	 */
	Rational over(Rational other) {
		return reduced(this.above.multiply(other.below), this.below.multiply(other.above));
	}

	int sign() {
		return this.above.signum();
	}

	boolean isBelow(Rational other) {
		return compareTo(other) < 0;
	}

	Rational atLeast(Rational floor) {
		return isBelow(floor) ? floor : this;
	}

	Rational atMost(Rational cap) {
		return cap.isBelow(this) ? cap : this;
	}

	/** So many decimals, and no more. */
	BigDecimal rounded(int places, RoundingMode rounding) {
		return new BigDecimal(this.above).divide(new BigDecimal(this.below), places, rounding);
	}

	/** The whole number that it rounds to. */
	long whole(RoundingMode rounding) {
		return rounded(0, rounding).longValueExact();
	}

	@Override
	public int compareTo(Rational other) {
		return this.above.multiply(other.below).compareTo(other.above.multiply(this.below));
	}

}

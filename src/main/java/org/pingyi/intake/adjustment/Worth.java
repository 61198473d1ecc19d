package org.pingyi.intake.adjustment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The points of one adjustment with their arithmetic.
 *
 * @param terms {@code 2}, {@code 2 + 3 × 0.5}, or {@code min(2 + 3 × 0.5, 3)}
 * @param points the points, 0 or above; a deduction takes them off
 */
public record Worth(String terms, BigDecimal points) {

	static Worth of(BigDecimal points) {
		return new Worth(plain(points), points);
	}

	/** With so many whole units of a quantity, each worth so much. */
	Worth plus(long quantity, BigDecimal each) {
		if (quantity == 0 || each.signum() == 0) {
			return this;
		}
		return new Worth(this.terms + " + " + quantity + " × " + plain(each),
				this.points.add(each.multiply(BigDecimal.valueOf(quantity))));
	}

	/** No more than the most that one event may be worth. */
	Worth atMost(@Nullable BigDecimal most) {
		return (most == null || this.points.compareTo(most) <= 0) ? this
				: new Worth("min(" + this.terms + ", " + plain(most) + ")", most);
	}

	Worth times(BigDecimal... factors) {
		String first = this.terms.contains(" + ") && !this.terms.startsWith("min") ? "(" + this.terms + ")"
				: this.terms;
		return new Worth(
				Stream.concat(Stream.of(first), Arrays.stream(factors).map(Worth::plain))
					.collect(Collectors.joining(" × ")),
				Arrays.stream(factors).reduce(this.points, BigDecimal::multiply));
	}

	/**
	 * {@code 2 × 0.5 × 0.5 = 0.5}, or the points alone when nothing is reckoned.
	 */
	public String arithmetic() {
		return this.terms.equals(plain()) ? this.terms : this.terms + " = " + plain();
	}

	/** The points as people read them. */
	public String plain() {
		return plain(this.points);
	}

	private static String plain(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

}

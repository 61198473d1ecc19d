package org.pingyi.intake.adjustment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The points of one adjustment with their arithmetic.
 *
 * @param arithmetic {@code 2 × 0.5 × 0.5 = 0.5}, or the points alone when nothing is
 * multiplied
 * @param points the points, 0 or above; a deduction takes them off
 */
public record Worth(String arithmetic, BigDecimal points) {

	static Worth of(BigDecimal points, BigDecimal... factors) {
		BigDecimal product = Arrays.stream(factors).reduce(points, BigDecimal::multiply);
		String terms = Stream.concat(Stream.of(points), Arrays.stream(factors))
			.map(Worth::plain)
			.collect(Collectors.joining(" × "));
		return new Worth((factors.length == 0) ? terms : terms + " = " + plain(product), product);
	}

	/** The points as people read them. */
	public String plain() {
		return plain(this.points);
	}

	private static String plain(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

}

package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What one event comes to before the caps of its ledger, and how.
 *
 * @param base points of the event itself, without sign
 * @param quantity whole units that are counted besides it, 0 for none
 * @param each points of one such unit
 * @param most the most that one event may bring, where it cuts this one, or null
 * @param deducts whether it is taken off
 * @param factors what a deduction is multiplied by
 * @param points the result, 0 or below for a deduction
 */
public record AdjustmentValue(BigDecimal base, long quantity, BigDecimal each, @Nullable BigDecimal most,
		boolean deducts, List<BigDecimal> factors, BigDecimal points) {

	static AdjustmentValue added(BigDecimal base, AdjustmentRules.@Nullable Each each, @Nullable BigDecimal most,
			long quantity) {
		long counted = (each != null) ? Math.max(quantity, 0) : 0;
		BigDecimal unit = (each != null && counted > 0) ? each.points() : BigDecimal.ZERO;
		BigDecimal sum = base.add(unit.multiply(BigDecimal.valueOf(counted)));
		return (most != null && sum.compareTo(most) > 0)
				? new AdjustmentValue(base, counted, unit, most, false, List.of(), most)
				: new AdjustmentValue(base, counted, unit, null, false, List.of(), sum);
	}

	/** The same taken off, after its factors. */
	AdjustmentValue deducted(List<BigDecimal> by) {
		BigDecimal off = by.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
		return new AdjustmentValue(this.base, this.quantity, this.each, this.most, true, by,
				this.points.multiply(off).negate());
	}

	/** The points with their sign: {@code −0.25}. */
	public String figure() {
		return Arithmetic.figure(this.points);
	}

	/** The points without their sign: {@code 0.25}. */
	public String amount() {
		return Arithmetic.figure(this.points.abs());
	}

	/** Whether there is more to it than the points of its rule. */
	public boolean isCalculated() {
		return hasTerms() || !this.factors.isEmpty();
	}

	/**
	 * How the amount comes about: {@code (0.5 + 3 × 0.1) × 0.5 × 0.5 = 0.2}; the amount
	 * alone when nothing is calculated.
	 */
	public String calculation() {
		boolean sum = this.quantity > 0 && this.most == null && !this.factors.isEmpty();
		String event = sum ? "(" + event(" ") + ")" : event(" ");
		return isCalculated() ? event + times(" × ") + " = " + amount() : event;
	}

	/** How its line says it: {@code 1+2×0.5}, {@code −0.5×0.5×0.5=−0.125}. */
	String arithmetic() {
		if (!this.deducts) {
			return event("");
		}
		String event = hasTerms() ? "−(" + event("") + ")" : "−" + event("");
		return isCalculated() ? event + times("×") + "=" + figure() : event;
	}

	private boolean hasTerms() {
		return this.quantity > 0 || this.most != null;
	}

	private String times(String sign) {
		return this.factors.stream().map((factor) -> sign + Arithmetic.figure(factor)).collect(Collectors.joining());
	}

	/** The event itself and its quantity, up to the most that one event may bring. */
	private String event(String gap) {
		String sum = Arithmetic.figure(this.base);
		if (this.quantity > 0) {
			sum += gap + "+" + gap + this.quantity + gap + "×" + gap + Arithmetic.figure(this.each);
		}
		return (this.most != null) ? "min(" + sum + ", " + Arithmetic.figure(this.most) + ")" : sum;
	}

}

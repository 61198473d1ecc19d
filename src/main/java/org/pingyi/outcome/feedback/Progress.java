package org.pingyi.outcome.feedback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * How far the opinions about a unit, or about all of them, have got.
 *
 * @param unit number of the unit, 0 for all
 * @param opinions how many people wrote
 * @param sent how many opinions were sent to the unit
 * @param answered how many answers wait for the office
 * @param resolved how many are resolved
 * @param overdue how many answers are late
 */
public record Progress(long unit, long opinions, long sent, long answered, long resolved, long overdue) {

	static Progress sum(Collection<Progress> parts) {
		return parts.stream().reduce(new Progress(0, 0, 0, 0, 0, 0), Progress::plus);
	}

	private Progress plus(Progress other) {
		return new Progress(0, this.opinions + other.opinions, this.sent + other.sent, this.answered + other.answered,
				this.resolved + other.resolved, this.overdue + other.overdue);
	}

	/**
	 * Resolved out of sent (办结率), in percent with one place; "—" while nothing was sent.
	 */
	public String rate() {
		if (this.sent == 0) {
			return "—";
		}
		return BigDecimal.valueOf(this.resolved * 100)
			.divide(BigDecimal.valueOf(this.sent), 1, RoundingMode.HALF_UP)
			.toPlainString() + " %";
	}

}

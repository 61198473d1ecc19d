package org.pingyi.intake.adjustment;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Text;

/**
 * A figure that a scheme asks from outside.
 *
 * @param key what the scheme calls it
 * @param name what people call it
 * @param least the least that it can be, or null
 * @param most the most that it can be, or null
 * @param units the units that are scored by it
 */
public record FigureNeed(String key, Text name, @Nullable BigDecimal least, @Nullable BigDecimal most,
		List<Participant> units) {

	boolean admits(BigDecimal value) {
		return (this.least == null || value.compareTo(this.least) >= 0)
				&& (this.most == null || value.compareTo(this.most) <= 0);
	}

	/** Its limits as people read them: {@code 0–100}, {@code ≥ 0}, or "". */
	public String limits() {
		if (this.least != null && this.most != null) {
			return this.least.toPlainString() + "–" + this.most.toPlainString();
		}
		return (this.least != null) ? "≥ " + this.least.toPlainString()
				: (this.most != null) ? "≤ " + this.most.toPlainString() : "";
	}

	boolean concerns(long unit) {
		return Participant.of(this.units, unit).isPresent();
	}

}

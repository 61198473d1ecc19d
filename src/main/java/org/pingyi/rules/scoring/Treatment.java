package org.pingyi.rules.scoring;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What a channel does with the ballots that carry a signal, said before anybody votes.
 *
 * @param signal the signal
 * @param effect what follows from it
 * @param weight as how much of a ballot it counts, between 0 and 1; null where it does
 * not weigh less
 * @param clause where the method says so, or ""
 */
public record Treatment(Signal signal, Effect effect, @Nullable BigDecimal weight, String clause) {

	/** What follows from a signal, from the mildest. */
	public enum Effect {

		/** It counts as any other. */
		COUNT,
		/** It counts as less than one ballot. */
		WEIGH_LESS,
		/** It does not count; how many there are is told. */
		SET_APART

	}

	/** As how much of a ballot it counts. */
	public BigDecimal share() {
		return switch (this.effect) {
			case COUNT -> BigDecimal.ONE;
			case WEIGH_LESS -> (this.weight != null) ? this.weight : BigDecimal.ONE;
			case SET_APART -> BigDecimal.ZERO;
		};
	}

}

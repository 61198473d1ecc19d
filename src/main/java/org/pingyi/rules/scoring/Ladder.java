package org.pingyi.rules.scoring;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Points by place (名次得分): the first gets most, each further one a step less.
 *
 * @param first points of the first place
 * @param step points from one place to the next; 2 % of 200 is 4. Null where even steps
 * lead from the first to the last of the group, which gets the floor
 * @param floor the least that a place is worth
 */
public record Ladder(BigDecimal first, @Nullable BigDecimal step, BigDecimal floor) {

	/** From one place to the next among so many. */
	Exact step(int size) {
		BigDecimal stated = this.step;
		if (stated != null) {
			return Exact.of(stated);
		}
		return (size > 1) ? Exact.of(this.first.subtract(this.floor)).over(BigDecimal.valueOf(size - 1L)) : Exact.ZERO;
	}

	/** What a place is worth, counted from 1, where the step is stated. */
	BigDecimal points(long place) {
		BigDecimal stated = (this.step != null) ? this.step : BigDecimal.ZERO;
		return this.first.subtract(stated.multiply(BigDecimal.valueOf(place - 1))).max(this.floor);
	}

	/** Decimals of what places are worth, where the step is stated. */
	int places() {
		BigDecimal stated = (this.step != null) ? this.step : BigDecimal.ZERO;
		return Math.max(this.first.scale(), Math.max(stated.scale(), this.floor.scale()));
	}

}

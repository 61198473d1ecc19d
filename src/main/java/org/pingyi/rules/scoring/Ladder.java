package org.pingyi.rules.scoring;

import java.math.BigDecimal;

/**
 * Points by place (名次得分): the first gets most, each further one a step less.
 *
 * @param first points of the first place
 * @param step points from one place to the next; 2 % of 200 is 4
 * @param floor the least that a place is worth
 */
public record Ladder(BigDecimal first, BigDecimal step, BigDecimal floor) {

	/** What a place is worth, counted from 1. */
	BigDecimal points(long place) {
		return this.first.subtract(this.step.multiply(BigDecimal.valueOf(place - 1))).max(this.floor);
	}

}

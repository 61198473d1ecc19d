package org.pingyi.rules.scoring;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * One answer of a {@link Scale} (评价等级). It has points or says that it has no value.
 *
 * @param code the small integer that ballots and tallies store, 1 to 99
 * @param name what the rater reads
 * @param points what it is worth, or null when it has no value (不了解, 弃权) and leaves the
 * denominator
 * @param noValue whether it is meant to have no points
 * @param satisfied whether it counts as satisfied in a rate
 * @param negative whether it is a bad mark
 */
public record Level(int code, Text name, @Nullable BigDecimal points, boolean noValue, boolean satisfied,
		boolean negative) {
}

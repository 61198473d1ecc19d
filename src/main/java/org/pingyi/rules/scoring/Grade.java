package org.pingyi.rules.scoring;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A grade (等次) and when a unit gets it. Grades are listed from the best to the last,
 * which has no condition.
 *
 * @param code its name inside the scheme
 * @param name what people read
 * @param from the score from which it is given, closed, or null for no lower edge
 * @param share the largest share of a group in per cent that may have it, counted from
 * the best and rounded down to whole units; units that tie over its edge do not get it;
 * null for no quota
 */
public record Grade(String code, Text name, @Nullable BigDecimal from, @Nullable BigDecimal share) {
}

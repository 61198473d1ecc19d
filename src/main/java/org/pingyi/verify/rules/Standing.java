package org.pingyi.verify.rules;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the rules make of a unit.
 *
 * @param unit code of the unit
 * @param score rounded as the rules say; 0 when nothing could be counted
 * @param rank place in its group, or null where it has none
 * @param grade code of its grade, or ""
 * @param marks codes of its marks, in the order of the rules
 * @param vetoes codes of the vetoes against it, sorted
 */
public record Standing(String unit, String group, BigDecimal score, boolean apart, @Nullable Integer rank, String grade,
		List<String> marks, List<String> vetoes) {
}

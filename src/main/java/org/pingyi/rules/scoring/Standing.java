package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a unit stands, without how it came there.
 *
 * @param unit code of the unit
 * @param group code of its group
 * @param score the total, rounded as the rules say; 0 when nothing could be counted
 * @param apart whether it is measured but not ranked
 * @param rank its place in the group, or null when it is not ranked or nothing could be
 * counted
 * @param grade code of its grade, or "" when the rules name none
 * @param gradeReason how the grade came about, in figures or as the code of the veto
 * @param marks codes of what else followed
 * @param vetoes codes of the vetoes against it
 */
public record Standing(String unit, String group, BigDecimal score, boolean apart, @Nullable Integer rank, String grade,
		String gradeReason, List<String> marks, List<String> vetoes) {
}

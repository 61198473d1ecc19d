package org.pingyi.outcome.result;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** A row of {@code scores.csv}; {@code src/docs/audit-files.md} describes its columns. */
record ScoreRecord(int run, int position, String unit, String group, BigDecimal score, @Nullable Integer rank,
		String grade, @Nullable BigDecimal alike, String card) {
}

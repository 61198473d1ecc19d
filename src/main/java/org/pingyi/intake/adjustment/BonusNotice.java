package org.pingyi.intake.adjustment;

import java.time.LocalDate;

import org.pingyi.rules.scoring.Text;

/**
 * An approved bonus that all units see before it counts.
 *
 * @param unit number of the unit that it is for
 * @param rule name of its rule
 * @param points what it will add, before the caps of the scheme
 * @param document what it rests on
 * @param happenedOn the document's day
 * @param reason why
 * @param countsFrom the day from which it counts
 * @param daysLeft days until then, above 0
 */
public record BonusNotice(long unit, Text rule, String points, String document, LocalDate happenedOn, String reason,
		LocalDate countsFrom, long daysLeft) {
}

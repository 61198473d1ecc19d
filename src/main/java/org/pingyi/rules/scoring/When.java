package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.ChosenFrom.Named;

/**
 * When a grade or a mark is given: everything that is stated must hold.
 *
 * @param groups codes of the groups it is for; empty for all
 * @param events codes of adjustment rules of which the unit has at least one event; empty
 * for no such condition
 * @param without codes of adjustment rules of which it has none
 * @param given codes of marks or grades that it has been given before, this year
 * @param past what it was in earlier years, or null
 * @param node code of the node whose value must lie in the range; "" for the score
 * @param range edges of the score, as it is rounded, or of the node's value
 * @param where edges of other nodes' values, or of the score, all of which must hold
 * @param quota how many may have it, or null
 */
public record When(List<String> groups, @ChosenFrom(Named.ADJUSTMENT_RULES) List<String> events,
		@ChosenFrom(Named.ADJUSTMENT_RULES) List<String> without, @ChosenFrom(Named.AWARDS) List<String> given,
		@Nullable Past past, @ChosenFrom(Named.NODES) String node, Range range, List<Conversion.Condition> where,
		@Nullable Quota quota) {

	/** Without any condition. */
	public static final When ALWAYS = new When(List.of(), List.of(), List.of(), List.of(), null, "", Range.ALL,
			List.of(), null);

	/** Whether nothing at all is asked. */
	public boolean isAlways() {
		return equals(ALWAYS);
	}

	/** Whether nothing but the score is asked. */
	public boolean isThreshold() {
		return equals(new When(List.of(), List.of(), List.of(), List.of(), null, "", this.range, List.of(), null));
	}

	/**
	 * A memory across years: two failures in a row.
	 *
	 * @param code code of a grade or a mark
	 * @param years in how many years just before this one the unit had it, each of them
	 */
	public record Past(@ChosenFrom(Named.AWARDS) String code, int years) {
	}

	/**
	 * The best or the last of those for whom the rest holds. Units that tie over the edge
	 * do not get it.
	 *
	 * @param end which end of the ranking
	 * @param count how many, or null
	 * @param share how many in per cent of the ranked units, or null; the smaller counts
	 * @param rounding of the share to whole units
	 * @param everywhere whether the whole list is meant and not the group
	 */
	public record Quota(End end, @Nullable Long count, @Nullable BigDecimal share, Rounding rounding,
			boolean everywhere) {
	}

	/** An end of the ranking. */
	public enum End {

		FIRST, LAST

	}

}

package org.pingyi.outcome.lab;

import java.math.BigDecimal;
import java.util.List;

import org.pingyi.outcome.result.Comparison;
import org.pingyi.outcome.result.Run;
import org.pingyi.rules.scheme.SchemeVersion;

/**
 * What a run would have concluded under other rules; it is never stored.
 *
 * @param run the run whose inputs were used
 * @param before the rules it was counted by
 * @param after the rules tried
 * @param rows the units, by group and new rank
 */
public record Trial(Run run, SchemeVersion before, SchemeVersion after, List<Row> rows) {

	/**
	 * A unit before and after.
	 *
	 * @param unit code of the unit
	 * @param name its name
	 * @param group name of its group
	 */
	public record Row(String unit, String name, String group, Comparison.Place before, Comparison.Place after) {

		/** How much the score changed. */
		public BigDecimal difference() {
			return this.after.score().subtract(this.before.score());
		}

		/** Places won, or lost below 0; 0 when either is not ranked. */
		public int climbed() {
			Integer from = this.before.rank();
			Integer to = this.after.rank();
			return (from == null || to == null) ? 0 : from - to;
		}

	}

	/** How many units would change their place in the ranking. */
	public long moved() {
		return this.rows.stream().filter((row) -> row.climbed() != 0).count();
	}

}

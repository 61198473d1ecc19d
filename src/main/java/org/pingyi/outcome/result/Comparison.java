package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.ScorecardDiff;
import org.pingyi.rules.scoring.Standing;

/**
 * A unit's scorecards in two runs of a year.
 *
 * @param runs all runs of the year, newest first
 * @param before the run that is compared
 * @param after the run that it is compared with
 * @param placeBefore what the unit reached in the first
 * @param placeAfter what it reached in the second
 * @param diff the lines of both
 */
public record Comparison(Cycle cycle, Participant unit, List<Run> runs, Run before, Run after, Place placeBefore,
		Place placeAfter, ScorecardDiff diff) {

	/**
	 * What a unit reached.
	 *
	 * @param scored whether it has a score
	 * @param score its score, or 0
	 */
	public record Place(boolean scored, BigDecimal score, @Nullable Integer rank, @Nullable GradeMark grade) {

		/** Where a unit stands under the rules that it was counted by. */
		public static Place of(Rules rules, Standing unit) {
			return new Place(unit.rank() != null || unit.apart(), unit.score(), unit.rank(),
					GradeMark.of(rules, unit.grade()));
		}

	}

}

package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a unit came to its score.
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
 * @param total the root line; its points are the score
 */
public record Scorecard(String unit, String group, BigDecimal score, boolean apart, @Nullable Integer rank,
		String grade, String gradeReason, List<String> marks, List<String> vetoes, Line total) {

	static Scorecard of(Standing standing, Line total) {
		return new Scorecard(standing.unit(), standing.group(), standing.score(), standing.apart(), standing.rank(),
				standing.grade(), standing.gradeReason(), standing.marks(), standing.vetoes(), total);
	}

	/** Whether there was enough to count for a score. */
	public boolean hasScore() {
		return this.total.value() != null;
	}

	/** The same without the lines. */
	public Standing standing() {
		return new Standing(this.unit, this.group, this.score, this.apart, this.rank, this.grade, this.gradeReason,
				this.marks, this.vetoes);
	}

	/** Line by line what another scorecard has more or less than this one. */
	public ScorecardDiff diff(Scorecard other) {
		return ScorecardDiff.of(this, other);
	}

}

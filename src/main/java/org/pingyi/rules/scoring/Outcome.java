package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a run concludes.
 *
 * @param scorecards by group in the order of the rules, then by rank, then by unit code
 * @param means mean of each node's value over the units of a group, rounded once
 * @param alike what each unit's score would be if every ballot counted alike, in the
 * order of the scorecards; empty where every ballot does
 */
public record Outcome(List<Scorecard> scorecards, List<Mean> means, List<Alike> alike) {

	/** Every ballot counts alike. */
	public Outcome(List<Scorecard> scorecards, List<Mean> means) {
		this(scorecards, means, List.of());
	}

	/** A unit's score if every ballot counted alike. */
	public record Alike(String unit, BigDecimal score) {
	}

	/** The mean of a node over the units of a group for which it counted. */
	public record Mean(String group, String node, BigDecimal value) {
	}

}

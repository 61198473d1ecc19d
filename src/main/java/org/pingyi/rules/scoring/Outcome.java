package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a run concludes.
 *
 * @param scorecards by group in the order of the rules, then by rank, then by unit code
 * @param means mean of each node's value over the units of a group, rounded once
 */
public record Outcome(List<Scorecard> scorecards, List<Mean> means) {

	/** The mean of a node over the units of a group for which it counted. */
	public record Mean(String group, String node, BigDecimal value) {
	}

}

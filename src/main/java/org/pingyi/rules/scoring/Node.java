package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A node of a {@link Tree}: one rule that turns inputs or other nodes into a value. */
public sealed interface Node {

	Head head();

	/**
	 * What every node states.
	 *
	 * @param code its name, unique in the tree
	 * @param name what people read
	 * @param clause where the method says so, or ""
	 * @param traits traits that a unit needs for the node to apply; empty for all
	 * @param missing what happens when it does not apply or has nothing to count
	 * @param places decimal places of its value, HALF_UP, or null to keep it exact
	 */
	record Head(String code, Text name, String clause, Set<String> traits, Missing missing, @Nullable Integer places) {
	}

	/** What stands in for a node that does not apply or has too little to count. */
	enum Missing {

		/** Its weight goes to its siblings in proportion to theirs. */
		SHARE_OUT,
		/** It gets the mean of the units of the group that have it. */
		GROUP_MEAN,
		/** It is worth nothing. */
		ZERO,
		/** No score is computed for the unit. */
		REFUSE

	}

	/** Parts by their weights in per cent, which add up to 100. */
	record WeightedSum(Head head, List<Weighted> parts) implements Node {
	}

	/** A part and its weight in per cent. */
	record Weighted(BigDecimal weight, Node node) {
	}

	/** Parts added as they are: a base, plus a bonus, minus deductions. */
	record PointsSum(Head head, List<Node> parts) implements Node {
	}

	/**
	 * The points of a channel's ballots on 0 to 100.
	 *
	 * @param channel code of the channel
	 * @param average how answers become one figure
	 * @param raterWeights weight of each rater class by its code; empty when all ballots
	 * weigh alike
	 * @param minimum ballots below which it counts as missing
	 */
	record BallotPoints(Head head, String channel, Average average, Map<String, BigDecimal> raterWeights,
			long minimum) implements Node {
	}

	/** How the answers to several items become one figure. */
	enum Average {

		/** All answers in one pot. */
		POOLED,
		/** Mean of each item, then the mean of the items by their weights. */
		ITEM_MEANS

	}

	/**
	 * Events added up.
	 *
	 * @param rules codes of the bonus or deduction rules that it collects
	 * @param cap the most that they may come to, without sign, or null
	 */
	record Ledger(Head head, List<String> rules, @Nullable BigDecimal cap) implements Node {
	}

	/** A figure from outside by its key. */
	record FigureNode(Head head, String key) implements Node {
	}

	/** The same value for every unit. */
	record Constant(Head head, BigDecimal value) implements Node {
	}

}

package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A node of a {@link Tree}: one rule that turns inputs or other nodes into a value. */
public sealed interface Node {

	/** The full mark of every kind that does not state its own. */
	BigDecimal HUNDRED = BigDecimal.valueOf(100);

	Head head();

	/**
	 * The kind's name, as scheme files and lines carry it: {@code weightedSum}.
	 */
	default String kind() {
		return kind(getClass());
	}

	/** The name of a kind of node. */
	static String kind(Class<?> type) {
		String name = type.getSimpleName();
		return Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	/** The value that earns a part its whole weight. */
	default BigDecimal full() {
		return HUNDRED;
	}

	/** The nodes directly below it, in order. */
	default List<Node> children() {
		return List.of();
	}

	/**
	 * What every node states.
	 *
	 * @param code its name; nodes of the same code in several trees play the same part,
	 * so they are of the same kind and full mark
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
		/** No score is computed. */
		REFUSE

	}

	/**
	 * Parts by their weights: each brings its weight times its value by its full mark.
	 *
	 * @param total the full mark, which the weights add up to; 100 unless it is itself a
	 * part that is written in points of what stands above it
	 */
	record WeightedSum(Head head, BigDecimal total, List<Weighted> parts) implements Node {

		@Override
		public BigDecimal full() {
			return this.total;
		}

		@Override
		public List<Node> children() {
			return this.parts.stream().map(Weighted::node).toList();
		}

	}

	/**
	 * A part of a weighted sum.
	 *
	 * @param weight in points of the sum's total
	 * @param most the most that its weight may grow to when others share theirs out, or
	 * null; parts that cannot carry the total leave the whole sum missing
	 */
	record Weighted(BigDecimal weight, @Nullable BigDecimal most, Node node) {
	}

	/** Parts added as they are: a base, plus a bonus, minus deductions. */
	record PointsSum(Head head, List<Node> parts) implements Node {

		@Override
		public List<Node> children() {
			return this.parts;
		}

	}

	/**
	 * The points of a channel's ballots on 0 to 100.
	 *
	 * @param channel code of the channel
	 * @param average how answers become one figure
	 * @param raterClasses codes of the rater classes whose ballots count; empty for all.
	 * Classes of different weight are several such nodes in a weighted sum
	 * @param items codes of the items that count; empty for all
	 * @param minimum valid ballots below which it counts as missing
	 */
	record BallotPoints(Head head, String channel, Average average, List<String> raterClasses, List<String> items,
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
	 * Events added up: bonuses add, deductions take off.
	 *
	 * @param rules codes of the bonus or of the deduction rules that it collects
	 * @param cap the most that they may come to, without sign, or null
	 * @param highestPerReference whether events that rest on the same document count
	 * once, at the highest
	 */
	record Ledger(Head head, List<String> rules, @Nullable BigDecimal cap,
			boolean highestPerReference) implements Node {
	}

	/** A figure from outside by its key. */
	record Figure(Head head, String key) implements Node {
	}

	/** The same value for every unit. */
	record Constant(Head head, BigDecimal value) implements Node {
	}

}

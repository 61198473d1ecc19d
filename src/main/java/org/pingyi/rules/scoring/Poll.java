package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.ChosenFrom.Named;

/** Nodes whose value is what a channel's ballots say, on 0 to 100. */
public sealed interface Poll extends Node {

	Sample sample();

	Average average();

	/**
	 * The points of the answers: level points, or marks stretched to 0 to 100.
	 *
	 * @param centre what stands for many answers
	 * @param trim what the mean leaves out at both ends of the answers, or null
	 */
	record BallotPoints(Head head, Sample sample, Average average, Centre centre, @Nullable Trim trim) implements Poll {
	}

	/**
	 * The share of answers at chosen levels in per cent (满意率); it never weighs answers.
	 *
	 * @param levels codes of the levels that are counted in
	 */
	record BallotRate(Head head, Sample sample, Average average,
			@ChosenFrom(Named.VALUED_LEVELS) List<Integer> levels) implements Poll {
	}

	/**
	 * How many of the forms handed out came back, in per cent (回收率), 100 at most; missing
	 * where it is not known how many were handed out.
	 */
	record ReturnRate(Head head, Sample sample) implements Poll {

		@Override
		public Average average() {
			return Average.POOLED;
		}

	}

	/**
	 * Which ballots count.
	 *
	 * @param channel code of the channel
	 * @param raterClasses codes of the rater classes whose ballots count; empty for all.
	 * Classes of different weight are several such nodes in a weighted sum
	 * @param items codes of the items that count; empty for all
	 * @param minimum the number of valid ballots that it takes
	 * @param minimumReturn the per cent of the forms handed out that it takes, where it
	 * is known how many there were, or null
	 * @param below what it is below either
	 * @param silence code of the level that counts for each form that was handed out and
	 * not returned, or null; the line shows what came of it
	 */
	record Sample(@ChosenFrom(Named.CHANNELS) String channel,
			@ChosenFrom(value = Named.RATER_CLASSES, ordered = true) List<String> raterClasses,
			@ChosenFrom(Named.ITEMS) List<String> items, long minimum, @Nullable BigDecimal minimumReturn, Below below,
			@ChosenFrom(Named.VALUED_LEVELS) @Nullable Integer silence) {
	}

	/** What a figure is that rests on fewer ballots than the minimum. */
	enum Below {

		/** Its missing rule takes over. */
		MISSING,
		/** It counts, and its line says that it is provisional. */
		PROVISIONAL

	}

	/** How the answers to several items become one figure. */
	enum Average {

		/** All answers in one pot. */
		POOLED,
		/** The figure of each item, then the mean of the items by their weights. */
		ITEM_MEANS

	}

	/** What stands for many answers. */
	enum Centre {

		MEAN, MEDIAN

	}

}

package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.ChosenFrom.Named;

/** Nodes that turn the value of the node below them into points. */
public sealed interface Conversion extends Node {

	@Override
	BigDecimal full();

	@Override
	List<Node> children();

	/**
	 * A figure by the best of the group (与最优值之比): own / best x points, not below 0.
	 *
	 * @param points what the best gets; the full mark
	 * @param lowest whether the lowest figure is the best, which then counts best / own
	 * @param parts the figure
	 */
	record RatioToBest(Head head, BigDecimal points, boolean lowest, List<Node> parts) implements Conversion {

		@Override
		public BigDecimal full() {
			return this.points;
		}

		@Override
		public List<Node> children() {
			return this.parts;
		}

	}

	/**
	 * Points by the place that a figure has in the group; equal figures share a place.
	 *
	 * @param ladder what each place is worth; the first is the full mark
	 * @param lowest whether the lowest figure has the first place
	 * @param parts the figure
	 */
	record RankPoints(Head head, Ladder ladder, boolean lowest, List<Node> parts) implements Conversion {

		@Override
		public BigDecimal full() {
			return this.ladder.first();
		}

		@Override
		public List<Node> children() {
			return this.parts;
		}

	}

	/**
	 * A table of bands (档次): the points of the one band whose conditions all hold.
	 *
	 * @param parts the figures that conditions ask about
	 * @param bands the bands, which leave no gap and do not overlap
	 */
	record Bands(Head head, List<Node> parts, List<Band> bands) implements Conversion {

		/** The points of the best band. */
		@Override
		public BigDecimal full() {
			return this.bands.stream().map(Band::points).reduce(BigDecimal.ZERO, BigDecimal::max);
		}

		@Override
		public List<Node> children() {
			return this.parts;
		}

	}

	/**
	 * A band.
	 *
	 * @param points what it is worth
	 * @param when all must hold; empty for always
	 */
	record Band(BigDecimal points, List<Condition> when) {
	}

	/**
	 * A figure within edges.
	 *
	 * @param node code of one of the parts, "" for the first; in the conditions of a
	 * grade code of any node, "" for the score
	 */
	record Condition(@ChosenFrom(Named.PARTS) String node, Range range) {
	}

	/**
	 * One figure by another: cases per contact, answered calls by calls made.
	 *
	 * @param per what the quotient is multiplied by: 100 for per cent
	 * @param minimum the least of the second figure below which it is missing; it is also
	 * missing at 0
	 * @param parts the figure above the line and the one below it
	 */
	record Ratio(Head head, BigDecimal per, BigDecimal minimum, List<Node> parts) implements Conversion {

		@Override
		public BigDecimal full() {
			return this.per;
		}

		@Override
		public List<Node> children() {
			return this.parts;
		}

	}

	/**
	 * A straight line: factor x figure + plus, within bounds.
	 *
	 * @param floor the least that it may come to, or null
	 * @param cap the most that it may come to and its full mark, or null
	 * @param parts the figure
	 */
	record Linear(Head head, BigDecimal factor, BigDecimal plus, @Nullable BigDecimal floor, @Nullable BigDecimal cap,
			List<Node> parts) implements Conversion {

		@Override
		public BigDecimal full() {
			return (this.cap != null && this.cap.signum() > 0) ? this.cap : HUNDRED;
		}

		@Override
		public List<Node> children() {
			return this.parts;
		}

	}

	/**
	 * The value of another node, or what the units of the group came to in it: own less
	 * mean, own by median, the spread from the lowest to the highest.
	 *
	 * @param node code of the other node, which may stand anywhere in the trees but above
	 * @param of whose value
	 */
	record Reference(Head head, @ChosenFrom(Named.NODES) String node, Of of) implements Conversion {

		@Override
		public BigDecimal full() {
			return HUNDRED;
		}

		@Override
		public List<Node> children() {
			return List.of();
		}

	}

	/** Whose value a reference takes. */
	enum Of {

		/** That of the unit itself. */
		OWN,
		/** The mean of the units of the group that have it. */
		MEAN,
		/** Their median. */
		MEDIAN,
		/** The highest of them. */
		HIGHEST,
		/** The lowest of them. */
		LOWEST

	}

}

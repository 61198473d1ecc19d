package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Nodes whose value is put together from that of their parts. */
public sealed interface Compound extends Node {

	@Override
	BigDecimal full();

	@Override
	List<Node> children();

	/**
	 * Parts by their weights: each brings its weight times its value by its full mark.
	 *
	 * @param total the full mark, which the weights add up to; 100 unless it is itself a
	 * part that is written in points of what stands above it
	 */
	record WeightedSum(Head head, BigDecimal total, List<Weighted> parts) implements Compound {

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
	 * @param mostWeight the most that its weight may grow to when others share theirs
	 * out, or null; parts that cannot carry the total leave the whole sum missing
	 */
	record Weighted(BigDecimal weight, @Nullable BigDecimal mostWeight, Node node) {
	}

	/**
	 * Parts added as they are: a base, plus a bonus, minus deductions.
	 *
	 * @param floor the least that it may come to, or null
	 * @param cap the most that it may come to, or null
	 */
	record PointsSum(Head head, @Nullable BigDecimal floor, @Nullable BigDecimal cap,
			List<Node> parts) implements Compound {

		@Override
		public BigDecimal full() {
			return HUNDRED;
		}

		@Override
		public List<Node> children() {
			return this.parts;
		}

	}

	/**
	 * The first part times the others, each of which is a coefficient.
	 *
	 * @param per the value that changes nothing: 100 for figures on 0 to 100, 1 for
	 * coefficients such as 1.05
	 */
	record Product(Head head, BigDecimal per, List<Node> parts) implements Compound {

		@Override
		public BigDecimal full() {
			return this.parts.isEmpty() ? HUNDRED : this.parts.getFirst().full();
		}

		@Override
		public List<Node> children() {
			return this.parts;
		}

	}

	/**
	 * One figure out of several of a kind: the mean of a year's rounds, the best of them,
	 * the median.
	 *
	 * @param take which figure
	 * @param trim what the mean leaves out at both ends, or null
	 * @param parts nodes of one full mark; those without a value are left out
	 */
	record Statistic(Head head, Take take, @Nullable Trim trim, List<Node> parts) implements Compound {

		@Override
		public BigDecimal full() {
			return this.parts.isEmpty() ? HUNDRED : this.parts.getFirst().full();
		}

		@Override
		public List<Node> children() {
			return this.parts;
		}

	}

	/** What several figures become. */
	enum Take {

		MEAN, MEDIAN, HIGHEST, LOWEST

	}

}

package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.ChosenFrom.Named;

/** Nodes whose value is on record: events, figures from outside, constants. */
public sealed interface Source extends Node {

	@Override
	BigDecimal full();

	/**
	 * Events added up: bonuses add, deductions take off.
	 *
	 * @param rules codes of the bonus or of the deduction rules that it collects
	 * @param base what it starts from, and its full mark when above 0: a section worth 10
	 * points that deductions eat up
	 * @param floor the least that it may come to, or null (扣完为止，不计负分)
	 * @param cap the most that the events may come to, without sign, or null
	 * @param highestPerReference whether events that rest on the same document count
	 * once, at the highest
	 */
	record Ledger(Head head, @ChosenFrom(Named.POINT_RULES) List<String> rules, BigDecimal base,
			@Nullable BigDecimal floor, @Nullable BigDecimal cap, boolean highestPerReference) implements Source {

		@Override
		public BigDecimal full() {
			return (this.base.signum() > 0) ? this.base : HUNDRED;
		}

	}

	/**
	 * How many events there are, for rates by volume.
	 *
	 * @param rules codes of the adjustment rules whose events count
	 * @param attributed whether each counts by the factors of its cause and handling
	 */
	record EventCount(Head head, @ChosenFrom(Named.POINT_RULES) List<String> rules,
			boolean attributed) implements Source {

		@Override
		public BigDecimal full() {
			return HUNDRED;
		}

	}

	/**
	 * A figure from outside by its key.
	 *
	 * @param least the least that it can be, or null
	 * @param most the most that it can be and its full mark, or null
	 */
	record Figure(Head head, String key, @Nullable BigDecimal least, @Nullable BigDecimal most) implements Source {

		@Override
		public BigDecimal full() {
			return (this.most != null && this.most.signum() > 0) ? this.most : HUNDRED;
		}

		/** Whether a value lies within the bounds. */
		public boolean admits(BigDecimal value) {
			return new Range(this.least, null, this.most, null).holds(value);
		}

	}

	/** The same value for every unit. */
	record Constant(Head head, BigDecimal value) implements Source {

		@Override
		public BigDecimal full() {
			return HUNDRED;
		}

	}

}

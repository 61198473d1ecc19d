package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.ChosenFrom.Named;

/**
 * What may be added, taken off or vetoed (嘉奖加分, 投诉扣分, 一票否决).
 *
 * @param bonuses reasons to add
 * @param deductions reasons to take off
 * @param vetoes reasons that override the grade
 * @param causes whose fault it was, with the factor on the deduction: own 1, not the
 * unit's 0
 * @param handlings how it was handled, with the factor on the deduction
 */
public record AdjustmentRules(List<Bonus> bonuses, List<Deduction> deductions, List<Veto> vetoes, List<Factor> causes,
		List<Factor> handlings) {

	/**
	 * A bonus by the level of the award.
	 *
	 * @param points what one award adds
	 * @param each what each further unit of a quantity adds, or null
	 * @param most the most that one award adds with its quantity, or null
	 * @param traits what a unit needs for it: {@code AWARDS}
	 * @param noticeDays days for which it is shown to all units before it counts; 0 for
	 * none
	 */
	public record Bonus(String code, Text name, BigDecimal points, @Nullable Each each, @Nullable BigDecimal most,
			@ChosenFrom(Named.TRAITS) List<String> traits, int noticeDays, String clause) {
	}

	/**
	 * A deduction.
	 *
	 * @param points what one event takes off before the factors
	 * @param each what each further unit of a quantity takes off, or null
	 * @param most the most that one event takes off with its quantity, or null
	 */
	public record Deduction(String code, Text name, BigDecimal points, @Nullable Each each, @Nullable BigDecimal most,
			String clause) {
	}

	/**
	 * What a quantity adds to an event: each further 10 million invested, each time late.
	 *
	 * @param points of one whole unit, above 0
	 * @param of the unit, as people read it: 千万元
	 */
	public record Each(BigDecimal points, Text of) {
	}

	/**
	 * A veto.
	 *
	 * @param grade code of the grade that the unit gets at best, or null when only award
	 * eligibility is lost
	 * @param fixed whether the unit gets that very grade
	 */
	public record Veto(String code, Text name, @ChosenFrom(Named.GRADES) @Nullable String grade, boolean fixed,
			String clause) {
	}

	/** A factor from 0 to 1 on a deduction. */
	public record Factor(String code, Text name, BigDecimal factor) {
	}

}

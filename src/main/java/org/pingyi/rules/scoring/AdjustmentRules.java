package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

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
	 * @param points what one award adds, above 0
	 * @param traits what a unit needs for it: {@code AWARDS}
	 */
	public record Bonus(String code, Text name, BigDecimal points, List<String> traits, String clause) {
	}

	/**
	 * A deduction.
	 *
	 * @param points what one event takes off before the factors, above 0
	 */
	public record Deduction(String code, Text name, BigDecimal points, String clause) {
	}

	/**
	 * A veto.
	 *
	 * @param grade code of the grade that the unit gets at best, or null when only award
	 * eligibility is lost
	 */
	public record Veto(String code, Text name, @Nullable String grade, String clause) {
	}

	/** A factor from 0 to 1 on a deduction. */
	public record Factor(String code, Text name, BigDecimal factor) {
	}

}

package org.pingyi.intake.adjustment.web;

import java.util.Optional;

import org.pingyi.intake.adjustment.Adjustment;
import org.pingyi.intake.adjustment.Rulebook;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.AdjustmentRules.Each;
import org.pingyi.rules.scoring.AdjustmentValue;
import org.pingyi.rules.scoring.Text;

/**
 * An adjustment as pages list it.
 *
 * @param it the adjustment
 * @param unit the unit that it is about
 * @param rule name of its rule
 * @param points signed points, or a dash for a veto
 * @param calculation how the points come about, "" where nothing is calculated
 * @param measure what its quantity counts
 * @param daysLeft days for which it is on notice and does not count yet
 */
record AdjustmentRow(Adjustment it, Participant unit, Text rule, String points, String calculation, Text measure,
		long daysLeft) {

	static AdjustmentRow of(Adjustment adjustment, Participant unit, Rulebook rulebook, long daysLeft) {
		String rule = adjustment.proposal().rule();
		Optional<AdjustmentValue> value = rulebook.value(rule, adjustment.proposal().cause(),
				adjustment.proposal().handling(), adjustment.proposal().quantity());
		return new AdjustmentRow(adjustment, unit, rulebook.name(rule), value.map(AdjustmentRow::signed).orElse("—"),
				value.filter(AdjustmentValue::isCalculated).map(AdjustmentValue::calculation).orElse(""),
				measure(rulebook, rule), daysLeft);
	}

	private static Text measure(Rulebook rulebook, String rule) {
		return rulebook.rule(rule).map(Rulebook.Rule::each).map(Each::of).orElse(new Text("", null));
	}

	private static String signed(AdjustmentValue value) {
		return (value.points().signum() > 0) ? "+" + value.figure() : value.figure();
	}

	/** How the state looks beside its word. */
	public String tone() {
		return switch (this.it.state()) {
			case PROPOSED -> "warn";
			case APPROVED -> "good";
			case REJECTED -> "bad";
			case WITHDRAWN -> "muted";
		};
	}

}

package org.pingyi.intake.adjustment.web;

import org.jspecify.annotations.Nullable;
import org.pingyi.intake.adjustment.Adjustment;
import org.pingyi.intake.adjustment.Kind;
import org.pingyi.intake.adjustment.Rulebook;
import org.pingyi.intake.adjustment.Worth;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.AdjustmentRules.Each;
import org.pingyi.rules.scoring.Text;

/**
 * An adjustment as pages list it.
 *
 * @param it the adjustment
 * @param unit the unit that it is about
 * @param rule name of its rule
 * @param points signed points, or a dash for a veto
 * @param arithmetic how the points come about, or ""
 * @param measure what its quantity counts
 * @param daysLeft days for which it is on notice and does not count yet
 */
record AdjustmentRow(Adjustment it, Participant unit, Text rule, String points, String arithmetic, Text measure,
		long daysLeft) {

	static AdjustmentRow of(Adjustment adjustment, Participant unit, Rulebook rulebook, long daysLeft) {
		String rule = adjustment.proposal().rule();
		Worth worth = rulebook
			.worth(rule, adjustment.proposal().cause(), adjustment.proposal().handling(),
					adjustment.proposal().quantity())
			.orElse(null);
		return new AdjustmentRow(adjustment, unit, rulebook.name(rule), signed(adjustment.kind(), worth),
				(worth != null) ? worth.arithmetic() : "", measure(rulebook, rule), daysLeft);
	}

	private static Text measure(Rulebook rulebook, String rule) {
		return rulebook.rule(rule).map(Rulebook.Rule::each).map(Each::of).orElse(new Text("", null));
	}

	private static String signed(Kind kind, @Nullable Worth worth) {
		if (worth == null) {
			return "—";
		}
		if (worth.points().signum() == 0) {
			return "0";
		}
		return ((kind == Kind.BONUS) ? "+" : "−") + worth.plain();
	}

	/** Whether there is more to say about the points than their number. */
	public boolean reckoned() {
		return this.arithmetic.contains("=");
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

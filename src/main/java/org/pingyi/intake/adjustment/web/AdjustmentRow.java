package org.pingyi.intake.adjustment.web;

import org.jspecify.annotations.Nullable;
import org.pingyi.intake.adjustment.Adjustment;
import org.pingyi.intake.adjustment.Kind;
import org.pingyi.intake.adjustment.Rulebook;
import org.pingyi.intake.adjustment.Worth;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Text;

/**
 * An adjustment as pages list it.
 *
 * @param it the adjustment
 * @param unit the unit that it is about
 * @param rule name of its rule
 * @param points signed points, or a dash for a veto
 * @param arithmetic how the points come about, or ""
 */
record AdjustmentRow(Adjustment it, Participant unit, Text rule, String points, String arithmetic) {

	static AdjustmentRow of(Adjustment adjustment, Participant unit, Rulebook rulebook) {
		String rule = adjustment.proposal().rule();
		Worth worth = rulebook.worth(rule, adjustment.proposal().cause(), adjustment.proposal().handling())
			.orElse(null);
		return new AdjustmentRow(adjustment, unit, rulebook.name(rule), signed(adjustment.kind(), worth),
				(worth != null) ? worth.arithmetic() : "");
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

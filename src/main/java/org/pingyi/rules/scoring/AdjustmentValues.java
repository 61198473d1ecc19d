package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.Evaluated.Label;
import org.pingyi.rules.scoring.LedgerEvaluator.Charge;

/** What each event is worth: the adjustment rules by their codes. */
final class AdjustmentValues {

	private final Map<String, AdjustmentRules.Bonus> bonuses = new HashMap<>();

	private final Map<String, AdjustmentRules.Deduction> deductions = new HashMap<>();

	private final Map<String, AdjustmentRules.Factor> causes = new HashMap<>();

	private final Map<String, AdjustmentRules.Factor> handlings = new HashMap<>();

	AdjustmentValues(AdjustmentRules rules) {
		rules.bonuses().forEach((bonus) -> this.bonuses.put(bonus.code(), bonus));
		rules.deductions().forEach((deduction) -> this.deductions.put(deduction.code(), deduction));
		rules.causes().forEach((cause) -> this.causes.put(cause.code(), cause));
		rules.handlings().forEach((handling) -> this.handlings.put(handling.code(), handling));
	}

	Charge charge(Inputs.Event event) {
		AdjustmentRules.Bonus bonus = this.bonuses.get(event.rule());
		if (bonus != null) {
			Worth worth = worth(event, bonus.points(), bonus.each(), bonus.most());
			return new Charge(event, label(event, bonus.name(), bonus.clause()), worth.points(), bonus.traits(),
					worth.arithmetic());
		}
		return charge(event, known(this.deductions, event.rule()));
	}

	/** How much an event counts by its cause and handling, from 0 to 1. */
	BigDecimal factor(Inputs.Event event) {
		return factors(event).stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
	}

	/** The line of an event that is counted and not weighed. */
	Label label(Inputs.Event event) {
		AdjustmentRules.Bonus bonus = this.bonuses.get(event.rule());
		if (bonus != null) {
			return label(event, bonus.name(), bonus.clause());
		}
		AdjustmentRules.Deduction deduction = known(this.deductions, event.rule());
		return label(event, deduction.name(), deduction.clause());
	}

	private Charge charge(Inputs.Event event, AdjustmentRules.Deduction deduction) {
		Worth worth = worth(event, deduction.points(), deduction.each(), deduction.most());
		List<BigDecimal> factors = factors(event);
		BigDecimal points = worth.points().multiply(factor(event)).negate();
		boolean plain = worth.arithmetic().equals(Arithmetic.figure(worth.points()));
		StringBuilder arithmetic = new StringBuilder(
				plain ? "−" + worth.arithmetic() : "−(" + worth.arithmetic() + ")");
		factors.forEach((factor) -> arithmetic.append('×').append(Arithmetic.figure(factor)));
		if (!factors.isEmpty() || !plain) {
			arithmetic.append("=").append(Arithmetic.figure(points));
		}
		return new Charge(event, label(event, deduction.name(), deduction.clause()), points, List.of(),
				arithmetic.toString());
	}

	private record Worth(BigDecimal points, String arithmetic) {
	}

	/** The event itself and its quantity, up to the most that one event may bring. */
	private static Worth worth(Inputs.Event event, BigDecimal points, AdjustmentRules.@Nullable Each each,
			@Nullable BigDecimal most) {
		BigDecimal worth = points;
		String arithmetic = Arithmetic.figure(points);
		if (each != null && event.quantity() > 0) {
			worth = points.add(each.points().multiply(BigDecimal.valueOf(event.quantity())));
			arithmetic = arithmetic + "+" + event.quantity() + "×" + Arithmetic.figure(each.points());
		}
		if (most != null && worth.compareTo(most) > 0) {
			return new Worth(most, "min(" + arithmetic + ", " + Arithmetic.figure(most) + ")");
		}
		return new Worth(worth, arithmetic);
	}

	private List<BigDecimal> factors(Inputs.Event event) {
		List<BigDecimal> factors = new ArrayList<>();
		add(factors, this.causes, event.cause());
		add(factors, this.handlings, event.handling());
		return factors;
	}

	private static void add(List<BigDecimal> factors, Map<String, AdjustmentRules.Factor> known, String code) {
		if (!code.isEmpty()) {
			factors.add(known(known, code).factor());
		}
	}

	/** The line of an event names the document that it rests on. */
	private static Label label(Inputs.Event event, Text name, String clause) {
		String english = name.en();
		Text named = new Text(name.zh() + "（" + event.reference() + "）",
				(english != null) ? english + " (" + event.reference() + ")" : null);
		return new Label(event.rule(), event.id(), named, clause, LedgerEvaluator.EVENT);
	}

	private static <T> T known(Map<String, T> all, String code) {
		T found = all.get(code);
		if (found == null) {
			throw new IllegalArgumentException("No rule " + code);
		}
		return found;
	}

}

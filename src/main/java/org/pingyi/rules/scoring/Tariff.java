package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.pingyi.rules.scoring.LedgerReckoning.Charge;
import org.pingyi.rules.scoring.Reckoned.Label;

/** What each event is worth: the adjustment rules by their codes. */
final class Tariff {

	private final Map<String, AdjustmentRules.Bonus> bonuses = new HashMap<>();

	private final Map<String, AdjustmentRules.Deduction> deductions = new HashMap<>();

	private final Map<String, AdjustmentRules.Factor> causes = new HashMap<>();

	private final Map<String, AdjustmentRules.Factor> handlings = new HashMap<>();

	Tariff(AdjustmentRules rules) {
		rules.bonuses().forEach((bonus) -> this.bonuses.put(bonus.code(), bonus));
		rules.deductions().forEach((deduction) -> this.deductions.put(deduction.code(), deduction));
		rules.causes().forEach((cause) -> this.causes.put(cause.code(), cause));
		rules.handlings().forEach((handling) -> this.handlings.put(handling.code(), handling));
	}

	Charge charge(Inputs.Event event) {
		AdjustmentRules.Bonus bonus = this.bonuses.get(event.rule());
		if (bonus != null) {
			return new Charge(event, label(event, bonus.name(), bonus.clause()), bonus.points(), bonus.traits(),
					Arithmetic.figure(bonus.points()));
		}
		return charge(event, known(this.deductions, event.rule()));
	}

	private Charge charge(Inputs.Event event, AdjustmentRules.Deduction deduction) {
		BigDecimal points = deduction.points();
		StringBuilder arithmetic = new StringBuilder("−").append(Arithmetic.figure(points));
		for (BigDecimal factor : factors(event)) {
			points = points.multiply(factor);
			arithmetic.append('×').append(Arithmetic.figure(factor));
		}
		if (!factors(event).isEmpty()) {
			arithmetic.append("=").append(Arithmetic.figure(points.negate()));
		}
		return new Charge(event, label(event, deduction.name(), deduction.clause()), points.negate(), List.of(),
				arithmetic.toString());
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
		return new Label(event.rule(), named, clause, LedgerReckoning.EVENT);
	}

	private static <T> T known(Map<String, T> all, String code) {
		T found = all.get(code);
		if (found == null) {
			throw new IllegalArgumentException("No rule " + code);
		}
		return found;
	}

}

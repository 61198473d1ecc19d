package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.pingyi.rules.scoring.Evaluated.Label;
import org.pingyi.rules.scoring.LedgerEvaluator.Charge;

/** What each event is worth: the adjustment rules by their codes. */
public final class AdjustmentValues {

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

	public static AdjustmentValues of(AdjustmentRules rules) {
		return new AdjustmentValues(rules);
	}

	/**
	 * What an event comes to before the caps of its ledger.
	 * @param event an event under a bonus or deduction rule; a veto has no points
	 * @throws IllegalArgumentException when its rule, cause or handling is unknown
	 */
	public AdjustmentValue value(Inputs.Event event) {
		AdjustmentRules.Bonus bonus = this.bonuses.get(event.rule());
		if (bonus != null) {
			return AdjustmentValue.added(bonus.points(), bonus.each(), bonus.most(), event.quantity());
		}
		AdjustmentRules.Deduction deduction = known(this.deductions, event.rule());
		return AdjustmentValue.added(deduction.points(), deduction.each(), deduction.most(), event.quantity())
			.deducted(factors(event));
	}

	Charge charge(Inputs.Event event) {
		AdjustmentRules.Bonus bonus = this.bonuses.get(event.rule());
		return new Charge(event, label(event), value(event), (bonus != null) ? bonus.traits() : List.of());
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
	@SuppressWarnings("ArgumentSelectionDefectChecker")
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

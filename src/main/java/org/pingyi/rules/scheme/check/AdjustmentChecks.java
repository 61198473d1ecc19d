package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.pingyi.rules.scoring.Source;
import org.pingyi.rules.scoring.When;
import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.AdjustmentRules;
import org.pingyi.rules.scoring.AdjustmentRules.Bonus;
import org.pingyi.rules.scoring.AdjustmentRules.Deduction;
import org.pingyi.rules.scoring.AdjustmentRules.Each;
import org.pingyi.rules.scoring.AdjustmentRules.Factor;
import org.pingyi.rules.scoring.AdjustmentRules.Veto;
import org.pingyi.rules.scoring.Grade;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Rules;

/** Checks bonuses, deductions and vetoes, and that some ledger collects them. */
final class AdjustmentChecks {

	private static final String AT = "adjustments.";

	private static final int MOST_DAYS = 60;

	private final Checks checks;

	private final Rules rules;

	private final AdjustmentRules adjustments;

	private final Set<String> collected = new HashSet<>();

	AdjustmentChecks(Checks checks, Rules rules) {
		this.checks = checks;
		this.rules = rules;
		this.adjustments = rules.adjustments();
		rules.nodes().forEach(this::collect);
		rules.ranking().gradeRules().forEach((rule) -> collect(rule.when()));
		rules.ranking().marks().forEach((mark) -> collect(mark.when()));
	}

	void run() {
		codes();
		for (int i = 0; i < this.adjustments.bonuses().size(); i++) {
			Bonus bonus = this.adjustments.bonuses().get(i);
			String place = AT + "bonuses[" + i + "]";
			points(place, bonus.code(), bonus.points(), bonus.each(), bonus.most());
			this.checks.require(bonus.noticeDays() >= 0 && bonus.noticeDays() <= MOST_DAYS, place + ".noticeDays",
					"noticeDays", bonus.noticeDays());
		}
		for (int i = 0; i < this.adjustments.deductions().size(); i++) {
			Deduction deduction = this.adjustments.deductions().get(i);
			points(AT + "deductions[" + i + "]", deduction.code(), deduction.points(), deduction.each(),
					deduction.most());
		}
		vetoes();
		factors("causes", this.adjustments.causes());
		factors("handlings", this.adjustments.handlings());
	}

	/** The rules share one space of codes, because an event names its rule only. */
	private void codes() {
		this.checks.codes(AT + "bonuses", this.adjustments.bonuses(), Bonus::code);
		this.checks.codes(AT + "deductions", this.adjustments.deductions(), Deduction::code);
		this.checks.codes(AT + "vetoes", this.adjustments.vetoes(), Veto::code);
		Set<String> seen = Checks.set(this.adjustments.bonuses(), Bonus::code);
		List<String> others = new ArrayList<>(this.adjustments.deductions().stream().map(Deduction::code).toList());
		others.addAll(Checks.set(this.adjustments.vetoes(), Veto::code));
		others.stream()
			.filter((code) -> !seen.add(code))
			.forEach((code) -> this.checks.fault("adjustments", "twice", code));
	}

	private void points(String place, String code, BigDecimal points, @Nullable Each each, @Nullable BigDecimal most) {
		boolean worth = points.signum() > 0 || (points.signum() == 0 && each != null);
		this.checks.require(worth, place + ".points", "positive", points.toPlainString());
		if (each != null) {
			this.checks.above(BigDecimal.ZERO, each.points(), place + ".each.points", "positive");
		}
		this.checks.require(most == null || most.compareTo(points) >= 0, place + ".most", "mostPoints", most + "");
		this.checks.require(this.collected.contains(code), place + ".code", "ruleNowhere", code);
	}

	private void collect(Node node) {
		if (node instanceof Source source) {
			this.collected.addAll(switch (source) {
				case Source.Ledger ledger -> ledger.rules();
				case Source.EventCount count -> count.rules();
				case Source.Figure figure -> List.of();
				case Source.Constant constant -> List.of();
			});
		}
	}

	private void collect(When when) {
		this.collected.addAll(when.events());
		this.collected.addAll(when.without());
	}

	private void vetoes() {
		Set<String> grades = Checks.set(this.rules.ranking().grades(), Grade::code);
		for (int i = 0; i < this.adjustments.vetoes().size(); i++) {
			String grade = this.adjustments.vetoes().get(i).grade();
			this.checks.require(grade == null || grades.contains(grade), AT + "vetoes[" + i + "].grade", "unknownGrade",
					grade + "");
			this.checks.require(grade != null || !this.adjustments.vetoes().get(i).fixed(),
					AT + "vetoes[" + i + "].fixed", "fixedGrade", this.adjustments.vetoes().get(i).code());
		}
	}

	private void factors(String list, List<Factor> factors) {
		this.checks.codes(AT + list, factors, Factor::code);
		for (int i = 0; i < factors.size(); i++) {
			BigDecimal factor = factors.get(i).factor();
			this.checks.require(factor.signum() >= 0 && factor.compareTo(BigDecimal.ONE) <= 0,
					AT + list + "[" + i + "].factor", "factor", factor);
		}
	}

}

package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.pingyi.rules.scoring.AdjustmentRules.Bonus;
import org.pingyi.rules.scoring.AdjustmentRules.Deduction;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Source;

/** Checks nodes that read what is on record; in one tree each rule is collected once. */
final class SourceChecks {

	private final Checks checks;

	private final Rules rules;

	private final Set<String> collected = new HashSet<>();

	SourceChecks(Checks checks, Rules rules) {
		this.checks = checks;
		this.rules = rules;
	}

	void run(String place, Source node) {
		switch (node) {
			case Source.Ledger ledger -> ledger(place, ledger);
			case Source.EventCount count -> rules(place, count.rules(), count.head().code());
			case Source.Figure figure -> {
				this.checks.code(place + ".key", figure.key());
				this.checks.limits(place, figure.least(), figure.most());
			}
			case Source.Constant constant -> {
				// Any value will do.
			}
		}
	}

	private void rules(String place, List<String> rules, String code) {
		Set<String> known = Checks.set(this.rules.adjustments().bonuses(), Bonus::code);
		known.addAll(Checks.set(this.rules.adjustments().deductions(), Deduction::code));
		this.checks.require(!rules.isEmpty(), place + ".rules", "noRules", code);
		this.checks.known(place + ".rules", rules, known, "unknownRule");
	}

	private void ledger(String place, Source.Ledger ledger) {
		Set<String> bonuses = Checks.set(this.rules.adjustments().bonuses(), Bonus::code);
		Set<String> deductions = Checks.set(this.rules.adjustments().deductions(), Deduction::code);
		boolean mixed = ledger.rules().stream().anyMatch(bonuses::contains)
				&& ledger.rules().stream().anyMatch(deductions::contains);
		BigDecimal cap = ledger.cap();
		BigDecimal floor = ledger.floor();
		rules(place, ledger.rules(), ledger.head().code());
		this.checks.require(!mixed, place + ".rules", "ledgerMixed", ledger.head().code());
		this.checks.require(cap == null || cap.signum() > 0, place + ".cap", "positive", cap + "");
		this.checks.require(ledger.base().signum() >= 0, place + ".base", "negative", ledger.base());
		this.checks.require(floor == null || floor.compareTo(ledger.base()) <= 0, place + ".floor", "limits",
				floor + " > " + ledger.base());
		for (int i = 0; i < ledger.rules().size(); i++) {
			String rule = ledger.rules().get(i);
			this.checks.require(this.collected.add(rule), place + ".rules[" + i + "]", "ruleTwice", rule);
		}
	}

}

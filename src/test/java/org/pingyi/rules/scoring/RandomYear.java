package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

import org.pingyi.rules.scoring.Poll.Average;

import static org.pingyi.rules.scoring.RulesSamples.ballots;
import static org.pingyi.rules.scoring.RulesSamples.decimal;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.part;
import static org.pingyi.rules.scoring.RulesSamples.points;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.weighted;

/**
 * Rules of most kinds and years drawn by lot under them; the same seed draws the same
 * year.
 */
final class RandomYear {

	static final List<String> UNITS = List.of("A", "B", "C", "D", "E", "F");

	private RandomYear() {
	}

	static RulesSamples rules() {
		Poll.Sample silent = new Poll.Sample("C", List.of("citizen"), List.of(), 5, null, Poll.Below.PROVISIONAL, 3);
		Node asked = weighted("asked",
				part("40", ballots(head("items", Node.Missing.SHARE_OUT, 4), Average.ITEM_MEANS, 8)),
				part("30", ballots("pot", Average.POOLED, "expert")),
				part("20", new Poll.BallotPoints(head("silent"), silent, Average.ITEM_MEANS, Poll.Centre.MEAN, null)),
				part("10", new Poll.BallotRate(head("rate"), RulesSamples.sample(1), Average.POOLED, List.of(1, 2))));
		Node ledger = new Source.Ledger(head("bonus", Node.Missing.ZERO, null), List.of("city", "province"),
				BigDecimal.ZERO, null, decimal("3"), true);
		return root(points("total", weighted("base", part("70", asked), part("30", figure("check"))), ledger))
			.levels("100", "80", "30", "-")
			.items("3", "1", "2.5")
			.places(2)
			.adjustments(new AdjustmentRules(List.of(bonus("city", "0.5"), bonus("province", "1.5")), List.of(),
					List.of(), List.of(), List.of()))
			.grades(RulesSamples.grade("good", "65", null), RulesSamples.grade("fair", null, null));
	}

	private static AdjustmentRules.Bonus bonus(String code, String points) {
		return new AdjustmentRules.Bonus(code, RulesSamples.text(code), decimal(points), null, null, List.of(), 0, "");
	}

	static Inputs inputs(long seed) {
		Random lot = new Random(seed);
		InputsSamples inputs = InputsSamples.unit(UNITS.getFirst());
		for (String unit : UNITS) {
			draw(unit.equals(UNITS.getFirst()) ? inputs : inputs.and(unit), lot);
		}
		return inputs.inputs();
	}

	private static void draw(InputsSamples unit, Random lot) {
		for (String raters : List.of("citizen", "expert")) {
			unit.validOf(raters, lot.nextInt(15));
			for (int item = 1; item <= 3; item++) {
				unit.answersOf(raters, item, lot.nextInt(9), lot.nextInt(9), lot.nextInt(9), lot.nextInt(4));
			}
		}
		unit.issued(lot.nextInt(30));
		if (lot.nextBoolean()) {
			unit.figure("check", Integer.toString(lot.nextInt(100)));
		}
		for (int event = lot.nextInt(4); event > 0; event--) {
			unit.event("文" + lot.nextInt(3), lot.nextBoolean() ? "city" : "province");
		}
	}

}

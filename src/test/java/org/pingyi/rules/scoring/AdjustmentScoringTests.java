package org.pingyi.rules.scoring;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.pingyi.rules.scoring.AdjustmentRules.Bonus;
import org.pingyi.rules.scoring.AdjustmentRules.Deduction;
import org.pingyi.rules.scoring.AdjustmentRules.Factor;
import org.pingyi.rules.scoring.AdjustmentRules.Veto;
import org.pingyi.rules.scoring.Line.State;
import org.pingyi.rules.scoring.Node.Missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.pingyi.rules.scoring.RulesSamples.decimal;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.grade;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.points;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.text;

/** Bonuses, deductions and vetoes: each a line, with caps and factors. */
class AdjustmentScoringTests {

	private static final AdjustmentRules RULES = new AdjustmentRules(
			List.of(new Bonus("province", text("省级表彰"), decimal("3"), null, null, List.of("AWARDS"), 0, ""),
					new Bonus("ministry", text("部级表彰"), decimal("3"), null, null, List.of("AWARDS"), 0, ""),
					new Bonus("city", text("市级表彰"), decimal("0.5"), null, null, List.of("AWARDS"), 0, "")),
			List.of(new Deduction("delay", text("拖延"), decimal("2"), null, null, "")),
			List.of(new Veto("accident", text("事故"), "poor", false, ""),
					new Veto("media", text("曝光"), "fair", false, ""), new Veto("award", text("取消评先"), null, false, "")),
			List.of(new Factor("own", text("本单位"), decimal("1")), new Factor("other", text("非本单位"), decimal("0"))),
			List.of(new Factor("none", text("未处理"), decimal("1")), new Factor("timely", text("按期"), decimal("0.5"))));

	private static final RulesSamples SCHEME = root(points("total", figure("base"),
			ledger("bonus", "AWARDS", "5", "province", "ministry", "city"), ledger("deduction", "", "5", "delay")))
		.adjustments(RULES)
		.grades(grade("excellent", "90", null), grade("good", "80", null), grade("fair", "60", null),
				grade("poor", null, null));

	private static Node ledger(String code, String trait, String cap, String... rules) {
		Node.Head head = trait.isEmpty() ? head(code, Missing.ZERO, null) : head(code, Missing.ZERO, null, trait);
		return new Source.Ledger(head, List.of(rules), decimal("0"), null, decimal(cap), true);
	}

	private static InputsSamples awarded() {
		return InputsSamples.unit("A", "AWARDS").figure("base", "80");
	}

	private static Line bonus(Scorecard card) {
		return card.total().parts().get(1);
	}

	private static Line deduction(Scorecard card) {
		return card.total().parts().get(2);
	}

	@Test
	void m07CapsBonusesInTotal() {
		Scorecard card = awarded().event("嘉奖 1", "province").event("嘉奖 2", "ministry").scoredUnder(SCHEME);
		assertThat(bonus(card).value()).isEqualByComparingTo("5");
		assertThat(bonus(card).parts()).extracting(Line::rule, (line) -> line.points().toString())
			.containsExactly(tuple("event", "3"), tuple("event", "3"), tuple("cap", "-1"));
		assertThat(card.score()).isEqualByComparingTo("85");
	}

	@Test
	void m07CountsADocumentOnceAtItsHighestLevel() {
		Scorecard card = awarded().event("嘉奖 1", "city").event("嘉奖 1", "province").scoredUnder(SCHEME);
		assertThat(bonus(card).value()).isEqualByComparingTo("3");
		assertThat(bonus(card).parts()).extracting(Line::node, Line::state)
			.containsExactly(tuple("city", State.SUPERSEDED), tuple("province", State.COUNTED));
	}

	@Test
	void countsOneOfTwoEqualEvents() {
		Scorecard card = awarded().event("嘉奖 1", "city").event("嘉奖 1", "city").scoredUnder(SCHEME);
		assertThat(bonus(card).value()).isEqualByComparingTo("0.5");
	}

	@Test
	void keepsTheBonusClosedWhereNoAwardsExist() {
		Scorecard card = InputsSamples.unit("A").figure("base", "80").event("嘉奖 1", "city").scoredUnder(SCHEME);
		assertThat(card.score()).isEqualByComparingTo("80");
		assertThat(bonus(card).state()).isEqualTo(State.NOT_APPLICABLE);
	}

	@Test
	void takesOffByCauseAndHandling() {
		Scorecard card = awarded().event("投诉 1", "delay", "own", "timely")
			.event("投诉 2", "delay", "other", "none")
			.event("投诉 3", "delay", "own", "none")
			.scoredUnder(SCHEME);
		assertThat(deduction(card).value()).isEqualByComparingTo("-3");
		assertThat(deduction(card).parts()).extracting((line) -> line.name().zh(), Line::arithmetic)
			.containsExactly(tuple("拖延（投诉 1）", "−2×1×0.5=−1"), tuple("拖延（投诉 2）", "−2×0×1=0"),
					tuple("拖延（投诉 3）", "−2×1×1=−2"));
		assertThat(deduction(card).arithmetic()).isEqualTo("−1+0−2=−3");
		assertThat(card.score()).isEqualByComparingTo("77");
	}

	@Test
	void capsDeductions() {
		InputsSamples inputs = awarded();
		List.of("1", "2", "3").forEach((number) -> inputs.event(number, "delay", "own", "none"));
		assertThat(deduction(inputs.scoredUnder(SCHEME)).points()).isEqualByComparingTo("-5");
	}

	@Test
	void letsAVetoLimitTheGradeAndKeepTheScore() {
		Scorecard card = InputsSamples.unit("A")
			.figure("base", "95")
			.event("通报", "media")
			.event("取消", "award")
			.scoredUnder(SCHEME);
		assertThat(card.score()).isEqualByComparingTo("95");
		assertThat(card.grade()).isEqualTo("fair");
		assertThat(card.gradeReason()).isEqualTo("media");
		assertThat(card.vetoes()).containsExactly("media", "award");
	}

	@Test
	void takesTheStrictestOfSeveralVetoes() {
		Scorecard card = InputsSamples.unit("A")
			.figure("base", "95")
			.event("1", "media")
			.event("2", "accident")
			.scoredUnder(SCHEME);
		assertThat(card.grade()).isEqualTo("poor");
		assertThat(card.gradeReason()).isEqualTo("accident");
	}

	@Test
	void leavesAGradeBelowTheVetoAsItIs() {
		Scorecard card = InputsSamples.unit("A").figure("base", "50").event("1", "media").scoredUnder(SCHEME);
		assertThat(card.grade()).isEqualTo("poor");
		assertThat(card.gradeReason()).isEqualTo("50.0000<60");
	}

}

package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pingyi.rules.scoring.Inputs.Subject;
import org.pingyi.rules.scoring.Poll.Average;
import org.pingyi.rules.scoring.Node.Missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.pingyi.rules.scoring.RulesSamples.ballots;
import static org.pingyi.rules.scoring.RulesSamples.decimal;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.part;
import static org.pingyi.rules.scoring.RulesSamples.points;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.weighted;
import static org.pingyi.rules.scoring.RulesSamples.weightedTo;

/** How ballots, weights and missing data come to a score. */
class ScoringTests {

	@Test
	void leavesAnswersWithoutValueOutOfTheDenominator() {
		Scorecard card = InputsSamples.unit("A")
			.issued(80)
			.valid(60)
			.answers(1, 12, 30, 10, 8)
			.scoredUnder(root(ballots(head("vote", Missing.SHARE_OUT, 4), Average.POOLED, 10)).levels("100", "80", "50",
					"-"));
		Line line = card.total();
		assertThat(card.score()).isEqualByComparingTo("78.8462");
		assertThat(line.counts()).isEqualTo(new Counts(80L, 60L, 52L));
		assertThat(line.arithmetic()).isEqualTo("12×100+30×80+10×50=4100; 4100÷52≈78.8462");
	}

	@Test
	void weighsItems() {
		RulesSamples rules = root(ballots("marks", Average.ITEM_MEANS)).items("3", "1");
		InputsSamples inputs = InputsSamples.unit("A")
			.valid(2)
			.answer("inspector", 1, 875, 1)
			.answer("inspector", 1, 900, 1)
			.answer("inspector", 2, 600, 2);
		assertThat(inputs.scoredUnder(rules).score()).isEqualByComparingTo("81.5625");
		assertThat(inputs.scoredUnder(rules).total().arithmetic())
			.isEqualTo("#1 177.5÷2=88.75; #2 120÷2=60; (3×88.75+1×60)÷4=81.5625");
	}

	@Test
	void stretchesMarksToAHundred() {
		Scorecard card = InputsSamples.unit("A")
			.valid(1)
			.answer("citizen", 1, 45, 1)
			.scoredUnder(root(ballots("marks", Average.POOLED)).maximum("5"));
		assertThat(card.score()).isEqualByComparingTo("90");
		assertThat(card.total().arithmetic()).isEqualTo("1×4.5=4.5; 4.5÷1×100÷5=90");
	}

	@Test
	void countsOnlyTheItemsThatTheNodeNames() {
		Node node = new Poll.BallotPoints(head("some"),
				new Poll.Sample("C", List.of(), List.of("i2"), 1, null, Poll.Below.MISSING, null), Average.ITEM_MEANS,
				Poll.Centre.MEAN, null);
		Scorecard card = InputsSamples.unit("A")
			.valid(1)
			.answers(1, 1)
			.answers(2, 0, 1)
			.scoredUnder(root(node).levels("100", "40").items("1", "1"));
		assertThat(card.score()).isEqualByComparingTo("40");
	}

	@Test
	void statesNestedWeightsInPointsOfTheTotal() {
		Node review = weightedTo("70", "review", part("40", figure("public")), part("30", figure("leaders")));
		Scorecard card = InputsSamples.unit("A")
			.figure("public", "90")
			.figure("leaders", "80")
			.figure("check", "70")
			.scoredUnder(root(weighted("total", part("70", review), part("30", figure("check")))));
		assertThat(card.score()).isEqualByComparingTo("81");
		assertThat(card.total().arithmetic()).isEqualTo("60+70×30%=81");
		assertThat(card.total().parts().get(0).weight()).isEqualByComparingTo("70");
		assertThat(card.total().parts().get(0).parts()).extracting(Line::points)
			.usingElementComparator(BigDecimal::compareTo)
			.containsExactly(decimal("36"), decimal("24"));
	}

	@Test
	void scoresEachUnitByTheFirstTreeThatFits() {
		RulesSamples rules = root(figure("x")).tree("*", Set.of("VERTICAL"), constant("1"))
			.tree("*", Set.of(), constant("2"))
			.tree("party", Set.of(), constant("3"));
		Outcome outcome = InputsSamples.unit("A", "VERTICAL")
			.and("B")
			.in("party", "P", "VERTICAL")
			.under(rules.places(0));
		assertThat(outcome.scorecards()).extracting((card) -> card.unit() + card.score())
			.containsExactly("P3", "B2", "A1");
	}

	private static Node constant(String value) {
		return new Source.Constant(head("c" + value), decimal(value));
	}

	@Test
	void refusesAUnitThatNoTreeFits() {
		RulesSamples rules = root(figure("x")).tree("party", Set.of(), figure("x"));
		assertThatExceptionOfType(ScoreRefused.class).isThrownBy(() -> InputsSamples.unit("A").under(rules))
			.satisfies((refused) -> assertThat(refused.unit()).isEqualTo("A"));
	}

	@Test
	void refusesAUnitTwiceAndAnAnswerThatTheScaleLacks() {
		Rules rules = root(ballots("vote", Average.POOLED)).levels("100", "0").rules();
		Inputs wrong = InputsSamples.unit("A").valid(1).answer("citizen", 1, 7, 1).inputs();
		Subject unit = new Subject("A", "g", Set.of());
		Inputs twice = new Inputs(List.of(unit, unit), List.of(), List.of(), List.of(), List.of(), List.of());
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Scoring.score(rules, wrong));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Scoring.score(rules, twice));
	}

	@Test
	void addsRoundedFiguresUpByALineOfItsOwn() {
		Node total = weighted("total", part("50", figure("one")), part("50", figure("two")));
		Scorecard card = InputsSamples.unit("A")
			.figure("one", "33.333")
			.figure("two", "66.666")
			.scoredUnder(root(total).places(2));
		assertThat(card.score()).hasToString("50.00");
		Line last = card.total().parts().get(2);
		assertThat(last.rule()).isEqualTo("rounding");
		assertThat(last.points()).isEqualByComparingTo("0.0005");
		assertThat(last.arithmetic()).isEqualTo("49.9995→50.00");
	}

}

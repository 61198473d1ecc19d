package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.rules.scoring.Inputs.Subject;
import org.pingyi.rules.scoring.Line.State;
import org.pingyi.rules.scoring.Node.Average;
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
		assertThat(List.of(line.issued(), line.valid(), line.rated())).containsExactly(80L, 60L, 52L);
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
			.isEqualTo("i1 177.5÷2=88.75; i2 120÷2=60; (3×88.75+1×60)÷4=81.5625");
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
		Node node = new Node.BallotPoints(head("some"), "C", Average.ITEM_MEANS, List.of(), List.of("i2"), 1);
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

	@ParameterizedTest
	@CsvSource({ "SHARE_OUT, 90", "ZERO, 45", "GROUP_MEAN, 75" })
	void standsInForWhatIsMissing(Missing missing, String score) {
		RulesSamples rules = root(
				weighted("total", part("50", figure("there")), part("50", figure("absent", missing))));
		Scorecard card = InputsSamples.unit("A")
			.figure("there", "90")
			.and("B")
			.figure("there", "1")
			.figure("absent", "50")
			.and("C")
			.figure("there", "2")
			.figure("absent", "70")
			.scoredUnder(rules);
		assertThat(card.unit()).isEqualTo("A");
		assertThat(card.score()).isEqualByComparingTo(score);
		Line absent = card.total().parts().get(1);
		assertThat(absent.state()).isEqualTo(State.MISSING);
		assertThat(absent.missing()).isEqualTo(missing);
	}

	@Test
	void refusesToScoreWhereNothingMayStandIn() {
		RulesSamples rules = root(weighted("total", part("100", figure("needed", Missing.REFUSE))));
		assertThatExceptionOfType(ScoreRefused.class).isThrownBy(() -> InputsSamples.unit("A").under(rules))
			.satisfies((refused) -> assertThat(refused.unit() + " " + refused.node()).isEqualTo("A needed"));
	}

	@Test
	void treatsTooFewBallotsAsMissing() {
		RulesSamples rules = root(
				weighted("total", part("60", ballots(head("vote"), Average.POOLED, 10)), part("40", figure("check"))))
			.levels("100", "0");
		Scorecard few = InputsSamples.unit("A").valid(9).answers(1, 0, 9).figure("check", "80").scoredUnder(rules);
		Scorecard enough = InputsSamples.unit("A").valid(10).answers(1, 0, 10).figure("check", "80").scoredUnder(rules);
		assertThat(few.score()).isEqualByComparingTo("80");
		assertThat(few.total().parts().get(0).arithmetic()).isEqualTo("9<10");
		assertThat(few.total().parts().get(0).points()).isEqualByComparingTo("0");
		assertThat(enough.score()).isEqualByComparingTo("32");
	}

	@Test
	void movesTheWeightOfAnEmptySumUp() {
		Node review = weightedTo("70", "review", part("40", figure("public")), part("30", figure("leaders")));
		Scorecard card = InputsSamples.unit("A")
			.figure("check", "64")
			.scoredUnder(root(weighted("total", part("70", review), part("30", figure("check")))));
		assertThat(card.score()).isEqualByComparingTo("64");
		assertThat(card.total().parts()).extracting(Line::state).containsExactly(State.MISSING, State.COUNTED);
		assertThat(card.total().parts().get(1).weight()).isEqualByComparingTo("100");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			80 | 90 | 60 | 80×5%+90×30%+60×65%=70               | 5
			80 | -  | 60 | (80×5%+60×65%)×100÷70≈61.4285714286  | 7.1428571429
			80 | 90 | -  | 80×10%+90×90%=89                     | 10
			-  | 90 | 60 | (90×30%+60×65%)×100÷95≈69.4736842105 | 0
			""")
	void boundsWhatAPartMayGrowTo(String online, String window, String leader, String arithmetic, String weight) {
		RulesSamples rules = root(weighted("total", RulesSamples.bounded("5", "10", figure("online")),
				part("30", figure("window")), part("65", figure("leader"))));
		InputsSamples inputs = InputsSamples.unit("A");
		Stream.of("online " + online, "window " + window, "leader " + leader)
			.map((figure) -> figure.split(" "))
			.filter((figure) -> !figure[1].equals("-"))
			.forEach((figure) -> inputs.figure(figure[0], figure[1]));
		Line total = inputs.scoredUnder(rules).total();
		assertThat(total.arithmetic()).isEqualTo(arithmetic);
		assertThat(total.parts().get(0).weight()).isEqualByComparingTo(weight);
	}

	@Test
	void leavesASumMissingThatItsBoundedPartsCannotCarry() {
		Node people = weightedTo("40", "people", RulesSamples.bounded("10", "15", figure("online")),
				part("30", figure("window")));
		Scorecard card = InputsSamples.unit("A")
			.figure("online", "1")
			.figure("check", "64")
			.scoredUnder(root(weighted("total", part("40", people), part("60", figure("check")))));
		assertThat(card.score()).isEqualByComparingTo("64");
		assertThat(card.total().parts().get(0).state()).isEqualTo(State.MISSING);
		assertThat(card.total().parts().get(0).arithmetic()).isEqualTo("15<40");
		assertThat(card.total().parts().get(0).parts().get(0).points()).isEqualByComparingTo("0");
	}

	@Test
	void givesNoPlaceWithoutAnythingToCount() {
		Node total = points("total", weighted("base", part("100", figure("check"))));
		Outcome outcome = InputsSamples.unit("A")
			.and("B")
			.figure("check", "1")
			.under(root(total).grades(RulesSamples.grade("any", null, null)));
		Scorecard empty = outcome.scorecards().get(1);
		assertThat(outcome.scorecards()).extracting(Scorecard::unit).containsExactly("B", "A");
		assertThat(empty.rank()).isNull();
		assertThat(empty.grade()).isEmpty();
		assertThat(empty.total().state()).isEqualTo(State.MISSING);
	}

	@Test
	void leavesOutAChannelThatDoesNotAskAboutTheUnit() {
		RulesSamples rules = root(
				weighted("total", part("20", ballots("window", Average.POOLED)), part("80", figure("check"))))
			.levels("100", "0")
			.channelTraits("WINDOW");
		InputsSamples inputs = InputsSamples.unit("A")
			.valid(1)
			.answers(1, 1)
			.figure("check", "50")
			.and("B", "WINDOW")
			.valid(1)
			.answers(1, 1)
			.figure("check", "50");
		assertThat(inputs.under(rules).scorecards()).extracting((card) -> card.unit() + " " + card.score())
			.containsExactly("B 60.0000", "A 50.0000");
		assertThat(inputs.under(rules).scorecards().get(1).total().parts().get(0).state())
			.isEqualTo(State.NOT_APPLICABLE);
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
		return new Node.Constant(head("c" + value), decimal(value));
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
		Inputs twice = new Inputs(List.of(unit, unit), List.of(), List.of(), List.of(), List.of());
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

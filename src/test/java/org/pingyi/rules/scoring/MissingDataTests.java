package org.pingyi.rules.scoring;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.rules.scoring.Line.State;
import org.pingyi.rules.scoring.Poll.Average;
import org.pingyi.rules.scoring.Node.Missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.pingyi.rules.scoring.RulesSamples.ballots;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.part;
import static org.pingyi.rules.scoring.RulesSamples.points;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.weighted;
import static org.pingyi.rules.scoring.RulesSamples.weightedTo;

/** What stands in for data that is missing or does not apply. */
class MissingDataTests {

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

}

package org.pingyi.rules.scoring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.rules.scoring.Poll.Average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.rules.scoring.RulesSamples.ballots;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.grade;
import static org.pingyi.rules.scoring.RulesSamples.part;
import static org.pingyi.rules.scoring.RulesSamples.points;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.weighted;

/** The figures of real cities' methods, as far as the vocabulary goes. */
class MethodVectorTests {

	private static final RulesSamples M02 = root(figure("mark")).grades(grade("satisfied", "85", null),
			grade("fairly", "75", null), grade("basically", "60", null), grade("dissatisfied", null, null));

	@Test
	void m02TakesTheMeanOfFiveMarksAndDoesNotRoundBeforeGrading() {
		Scorecard card = InputsSamples.unit("A")
			.valid(1)
			.answer("citizen", 1, 860, 1)
			.answer("citizen", 2, 845, 1)
			.answer("citizen", 3, 830, 1)
			.answer("citizen", 4, 870, 1)
			.answer("citizen", 5, 840, 1)
			.scoredUnder(root(ballots("mark", Average.ITEM_MEANS)).items("1", "1", "1", "1", "1")
				.grades(grade("satisfied", "85", null), grade("fairly", null, null)));
		assertThat(card.score()).isEqualByComparingTo("84.9");
		assertThat(card.grade()).isEqualTo("fairly");
		assertThat(card.total().arithmetic()).isEqualTo(
				"#1 86÷1=86; #2 84.5÷1=84.5; #3 83÷1=83; #4 87÷1=87; " + "#5 84÷1=84; (86+84.5+83+87+84)÷5=84.9");
	}

	@ParameterizedTest
	@CsvSource({ "85, satisfied", "84.999, fairly", "75, fairly", "74.999, basically", "60, basically",
			"59.999, dissatisfied" })
	void m02ClosesItsEdgesFromBelow(String mark, String grade) {
		assertThat(InputsSamples.unit("A").figure("mark", mark).scoredUnder(M02).grade()).isEqualTo(grade);
	}

	@Test
	void m03PutsAWeightInsideAWeight() {
		Node questionnaire = weighted("questionnaire", part("50", figure("clients")), part("25", figure("supervisors")),
				part("25", figure("society")));
		Scorecard card = InputsSamples.unit("A")
			.figure("clients", "91.2")
			.figure("supervisors", "86")
			.figure("society", "88.5")
			.figure("check", "95")
			.scoredUnder(root(weighted("total", part("70", questionnaire), part("30", figure("check")))));
		assertThat(card.score()).isEqualByComparingTo("90.9575");
		assertThat(card.total().parts().get(0).value()).isEqualByComparingTo("89.225");
		assertThat(card.total().parts().get(0).arithmetic()).isEqualTo("91.2×50%+86×25%+88.5×25%=89.225");
	}

	@Test
	void m03WeighsClassesOfRatersByTheirOwnBallots() {
		Node questionnaire = weighted("total", part("50", ballots("clients", Average.POOLED, "client")),
				part("25", ballots("supervisors", Average.POOLED, "supervisor")),
				part("25", ballots("society", Average.POOLED, "citizen")));
		Scorecard card = InputsSamples.unit("A")
			.validOf("client", 2)
			.answersOf("client", 1, 2, 0)
			.validOf("supervisor", 4)
			.answersOf("supervisor", 1, 2, 2)
			.validOf("citizen", 1)
			.answersOf("citizen", 1, 0, 1)
			.scoredUnder(root(questionnaire).levels("100", "60"));
		assertThat(card.score()).isEqualByComparingTo("85");
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 0, 7, 50", "40, 30, 20, 10, 86", "0, 0, 9, 0, 70" })
	void m05Scores(long very, long satisfied, long basically, long dissatisfied, String score) {
		Scorecard card = InputsSamples.unit("A")
			.valid(very + satisfied + basically + dissatisfied)
			.answers(1, very, satisfied, basically, dissatisfied)
			.scoredUnder(root(ballots("online", Average.POOLED)).levels("100", "90", "70", "50"));
		assertThat(card.score()).isEqualByComparingTo(score);
	}

	@ParameterizedTest
	@CsvSource({ "120, 60, 18, 2, 89.8", "0, 0, 0, 25, 40" })
	void m10PoolsTicks(long excellent, long good, long fair, long poor, String score) {
		Scorecard card = InputsSamples.unit("A")
			.valid(25)
			.answers(1, excellent, good, fair, poor)
			.scoredUnder(root(ballots("ticks", Average.POOLED)).levels("100", "80", "60", "40"));
		assertThat(card.score()).isEqualByComparingTo(score);
	}

	@ParameterizedTest
	@CsvSource({ "POOLED, 82", "ITEM_MEANS, 74" })
	void m10TellsThePotFromTheMeanOfItems(Average average, String score) {
		Scorecard card = InputsSamples.unit("A")
			.valid(30)
			.answers(1, 18, 2, 0, 0)
			.answers(2, 1, 1, 0, 8)
			.scoredUnder(root(ballots("ticks", average)).levels("100", "80", "60", "40").items("1", "1"));
		assertThat(card.score()).isEqualByComparingTo(score);
	}

	@Test
	void m10bAddsExtraPoints() {
		Node appraisal = weighted("appraisal", part("20", figure("leader")), part("40", figure("staff")),
				part("40", figure("team")));
		Scorecard card = InputsSamples.unit("A")
			.figure("leader", "90.0")
			.figure("staff", "85.25")
			.figure("team", "89.6")
			.figure("extra", "2")
			.scoredUnder(root(points("total", appraisal, figure("extra"))).places(3));
		assertThat(card.score()).hasToString("89.940");
	}

	@Test
	void m11NestsSections() {
		Node concentrated = weighted("concentrated", part("80", figure("handlers")),
				part("20", figure("representatives")));
		Scorecard card = InputsSamples.unit("A")
			.figure("daily", "88")
			.figure("handlers", "82")
			.figure("representatives", "90")
			.scoredUnder(root(weighted("total", part("40", figure("daily")), part("60", concentrated))));
		assertThat(card.score()).isEqualByComparingTo("85.36");
	}

	@ParameterizedTest
	@CsvSource({ "false, '1, 2, 2, 4'", "true, '1, 2, 2, 3'" })
	void m13LetsEqualScoresShareAPlace(boolean dense, String ranks) {
		RulesSamples rules = dense ? root(figure("mark")).dense() : root(figure("mark"));
		Outcome outcome = InputsSamples.unit("D")
			.figure("mark", "88.0")
			.and("B")
			.figure("mark", "88.7")
			.and("C")
			.figure("mark", "88.70")
			.and("A")
			.figure("mark", "90")
			.under(rules);
		assertThat(outcome.scorecards()).extracting(Scorecard::rank).hasToString("[" + ranks + "]");
		assertThat(outcome.scorecards()).extracting(Scorecard::unit).containsExactly("A", "B", "C", "D");
	}

	@Test
	void m15SharesOutAPartThatDoesNotApply() {
		RulesSamples rules = root(weighted("total", part("40", figure("daily")), part("10", figure("social")),
				part("10", figure("meeting")), part("40", figure("scans"))));
		InputsSamples inputs = InputsSamples.unit("A")
			.figure("daily", "92.5")
			.figure("social", "88")
			.figure("scans", "96.35");
		assertThat(inputs.scoredUnder(rules).score()).isEqualByComparingTo("93.7111");
		assertThat(inputs.scoredUnder(rules).total().arithmetic())
			.isEqualTo("(92.5×40%+88×10%+96.35×40%)×100÷90≈93.7111111111");
		assertThat(inputs.figure("meeting", "90.2").scoredUnder(rules).score()).isEqualByComparingTo("93.36");
	}

}

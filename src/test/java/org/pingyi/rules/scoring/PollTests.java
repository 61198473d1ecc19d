package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.rules.scoring.Line.State;
import org.pingyi.rules.scoring.Poll.Average;
import org.pingyi.rules.scoring.Poll.Below;
import org.pingyi.rules.scoring.Poll.Centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.pingyi.rules.scoring.RulesSamples.ballots;
import static org.pingyi.rules.scoring.RulesSamples.decimal;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.root;

/** What a channel's ballots say: means, medians, rates, silence. */
class PollTests {

	private static Poll.Sample sample(long minimum, Below below, @Nullable Integer silence) {
		return new Poll.Sample("C", List.of(), List.of(), minimum, null, below, silence);
	}

	private static Node poll(Average average, Centre centre, @Nullable Trim trim) {
		return new Poll.BallotPoints(head("vote"), sample(1, Below.MISSING, null), average, centre, trim);
	}

	private static Node silent(int level) {
		return new Poll.BallotPoints(head("vote"), sample(1, Below.MISSING, level), Average.ITEM_MEANS, Centre.MEAN,
				null);
	}

	/** Answers to the levels 100, 80, 50 and 0. */
	private static Line answered(Node node, long... answers) {
		return InputsSamples.unit("A")
			.valid(1)
			.answers(1, answers)
			.scoredUnder(root(node).levels("100", "80", "50", "0"))
			.total();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 1 1 0 | 80  | med(1×100+1×80+1×50)=80
			1 1 0 0 | 90  | med(1×100+1×80)=90
			3 0 0 2 | 100 | med(3×100+2×0)=100
			2 0 0 2 | 50  | med(2×100+2×0)=50
			0 0 0 1 | 0   | med(1×0)=0
			1 0 2 1 | 50  | med(1×100+2×50+1×0)=50
			""")
	void takesTheMiddleAnswer(String answers, String value, String arithmetic) {
		Line line = answered(poll(Average.POOLED, Centre.MEDIAN, null), counts(answers));
		assertThat(line.value()).hasToString(value);
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
	}

	private static long[] counts(String answers) {
		return List.of(answers.split(" ")).stream().mapToLong(Long::parseLong).toArray();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			3 2 0 1 | 1 |     | 0 | 90            | 2×100+2×80=360; 360÷(6−2×1)=90
			3 2 0 1 | 2 |     | 0 | 90            | 1×100+1×80=180; 180÷(6−2×2)=90
			3 2 0 1 | 9 |     | 0 | 90            | 1×100+1×80=180; 180÷(6−2×2)=90
			3 2 0 1 | 1 |     | 7 | 76.6666666667 | 3×100+2×80+1×0=460; 460÷6≈76.6666666667
			3 2 0 1 |   | 20  | 6 | 90            | 2×100+2×80=360; 360÷(6−2×1)=90
			3 2 0 1 |   | 16  | 6 | 76.6666666667 | 3×100+2×80+1×0=460; 460÷6≈76.6666666667
			1 0 0 0 | 1 |     | 0 | 100           | 1×100=100; 100÷1=100
			""")
	void leavesOutAnswersAtBothEnds(String answers, Long drop, BigDecimal percent, long from, String value,
			String arithmetic) {
		Line line = answered(poll(Average.POOLED, Centre.MEAN, new Trim(drop, percent, from)), counts(answers));
		assertThat(line.value()).hasToString(value);
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
	}

	@Test
	void trimsEachItemByItself() {
		Line line = InputsSamples.unit("A")
			.valid(3)
			.answers(1, 1, 1, 0, 1)
			.answers(2, 0, 3)
			.scoredUnder(root(poll(Average.ITEM_MEANS, Centre.MEAN, new Trim(1L, null, 0))).items("1", "1")
				.levels("100", "80", "50", "0"))
			.total();
		assertThat(line.arithmetic()).isEqualTo("#1 80÷(3−2×1)=80; #2 80÷(3−2×1)=80; (80+80)÷2=80");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			POOLED     | 45.4545454545 | 5÷11×100≈45.4545454545
			ITEM_MEANS | 41.6666666667 | #1 4÷8×100=50; #2 1÷3×100≈33.3333; (50+33.3333)÷2≈41.6666666667
			""")
	void countsTheShareOfAnswersAtSomeLevels(Average average, String value, String arithmetic) {
		Node rate = new Poll.BallotRate(head("rate"), sample(1, Below.MISSING, null), average, List.of(1, 2, 5, 99));
		Line line = InputsSamples.unit("A")
			.valid(12)
			.answers(1, 3, 1, 4, 0, 2)
			.answers(2, 1, 0, 1, 1)
			.scoredUnder(root(rate).items("1", "1").levels("100", "80", "50", "0", "-"))
			.total();
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
		assertThat(line.value()).hasToString(value);
		assertThat(line.counts().rated()).isEqualTo(11);
	}

	@Test
	void letsSilenceCountAsAnAnswer() {
		RulesSamples rules = root(silent(3)).levels("100", "80", "50", "0");
		Scorecard card = InputsSamples.unit("A").valid(4).answers(1, 4).issued(10).scoredUnder(rules);
		assertThat(card.score()).isEqualByComparingTo("70");
		assertThat(card.total().parts()).extracting(Line::rule, (line) -> line.points().toString(), Line::arithmetic)
			.containsExactly(tuple("active", "100", "4×100=400; 400÷4"), tuple("silence", "-30", "+6; 100→70"));
		Scorecard all = InputsSamples.unit("A").valid(4).answers(1, 4).issued(3).scoredUnder(rules);
		assertThat(all.score()).isEqualByComparingTo("100");
		assertThat(all.total().parts()).isEmpty();
		assertThat(InputsSamples.unit("A").valid(4).answers(1, 4).scoredUnder(rules).total().counts().issued())
			.isNull();
	}

	@Test
	void addsUpTheFormsOfTheClassesThatCount() {
		RulesSamples rules = root(ballots("vote", Average.POOLED, "citizen", "expert")).levels("100", "0");
		Line line = InputsSamples.unit("A").valid(2).answers(1, 1).issued(5).issued(6).scoredUnder(rules).total();
		assertThat(line.counts().issued()).isEqualTo(11);
		RulesSamples others = root(ballots("vote", Average.POOLED, "expert")).levels("100", "0");
		assertThat(InputsSamples.unit("A").validOf("expert", 2).answersOf("expert", 1, 1).issued(5).scoredUnder(others))
			.satisfies((card) -> assertThat(card.total().counts().issued()).isNull());
	}

	@ParameterizedTest
	@CsvSource({ "9, PROVISIONAL", "10, COUNTED" })
	void countsTooFewBallotsProvisionally(long valid, State state) {
		Node poll = new Poll.BallotPoints(head("vote"), sample(10, Below.PROVISIONAL, null), Average.POOLED,
				Centre.MEAN, null);
		Line line = InputsSamples.unit("A")
			.valid(valid)
			.answers(1, 1, 1)
			.scoredUnder(root(poll).levels("100", "0"))
			.total();
		assertThat(line.state()).isEqualTo(state);
		assertThat(line.points()).isEqualByComparingTo("50");
	}

	@Test
	void isMissingWhereNobodyHadAnOpinion() {
		Line line = InputsSamples.unit("A")
			.valid(3)
			.answers(1, 0, 3)
			.scoredUnder(root(ballots("vote", Average.POOLED)).levels("100", "-"))
			.total();
		assertThat(line.state()).isEqualTo(State.MISSING);
		assertThat(line.arithmetic()).isEqualTo("0");
	}

	@Test
	void weighsAnswersOfOnePotByTheirItems() {
		Line line = InputsSamples.unit("A")
			.valid(3)
			.answers(1, 1, 1)
			.answers(2, 0, 1)
			.scoredUnder(root(ballots("vote", Average.POOLED)).items("3", "1.5").levels("100", "0"))
			.total();
		assertThat(line.arithmetic()).isEqualTo("3×100+1.5×0=300; 300÷7.5=40");
	}

	@Test
	void readsPlacesByTheirLadder() {
		Ladder ladder = new Ladder(decimal("100"), decimal("2.5"), decimal("95"));
		RulesSamples rules = root(ballots("order", Average.POOLED)).places(ladder);
		InputsSamples inputs = InputsSamples.unit("A").valid(4);
		List.of(1, 2, 3, 7).forEach((place) -> inputs.answer("citizen", 1, place, 1));
		assertThat(inputs.scoredUnder(rules).total().arithmetic())
			.isEqualTo("1×100+1×97.5+1×95+1×95=387.5; 387.5÷4=96.875");
	}

	@Test
	void showsManyDifferentAnswersAsTheirSum() {
		InputsSamples twelve = InputsSamples.unit("A").valid(12);
		InputsSamples thirteen = InputsSamples.unit("A").valid(13);
		for (int mark = 0; mark < 13; mark++) {
			thirteen.answer("citizen", 1, mark * 10, 1);
			twelve.answer("citizen", 1, Math.min(mark, 11) * 10, 1);
		}
		RulesSamples rules = root(ballots("marks", Average.POOLED));
		assertThat(twelve.scoredUnder(rules).total().arithmetic()).startsWith("1×0+1×1+")
			.endsWith("+2×11=77; 77÷13≈5.9230769231");
		assertThat(thirteen.scoredUnder(rules).total().arithmetic()).isEqualTo("Σ=78; 78÷13=6");
	}

	@Test
	void addsUpMorePointsThanALongHolds() {
		RulesSamples rules = root(ballots("vote", Average.POOLED)).levels("99.9999999999", "0.0000000001");
		Line line = InputsSamples.unit("A").valid(1).answers(1, 40_000_000, 40_000_000).scoredUnder(rules).total();
		assertThat(line.value()).hasToString("50");
	}

	@ParameterizedTest
	@CsvSource({ "-1", "3", "1024", "70000" })
	void refusesAnAnswerThatTheScaleLacks(int code) {
		RulesSamples rules = root(ballots("vote", Average.POOLED)).levels("100", "0");
		InputsSamples inputs = InputsSamples.unit("A").valid(1).answer("citizen", 1, code, 1);
		assertThatIllegalArgumentException().isThrownBy(() -> inputs.under(rules))
			.withMessageContaining("No answer " + code);
	}

	@Test
	void refusesAMarkAboveTheMaximum() {
		RulesSamples rules = root(ballots("vote", Average.POOLED)).maximum("10");
		assertThat(InputsSamples.unit("A").valid(1).answer("citizen", 1, 100, 1).scoredUnder(rules).score())
			.isEqualByComparingTo("100");
		InputsSamples above = InputsSamples.unit("A").valid(1).answer("citizen", 1, 101, 1);
		assertThatIllegalArgumentException().isThrownBy(() -> above.under(rules));
	}

}

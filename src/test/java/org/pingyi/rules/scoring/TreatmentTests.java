package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.rules.scoring.Poll.Average;
import org.pingyi.rules.scoring.Poll.Centre;
import org.pingyi.rules.scoring.Treatment.Effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.pingyi.rules.scoring.RulesSamples.ballots;
import static org.pingyi.rules.scoring.RulesSamples.decimal;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.sample;

/** What ballots with signals count as, worked by hand. */
class TreatmentTests {

	/** Levels 100, 50 and 0; 3 sound ballots, and 4 of a burst that all say the worst. */
	private static InputsSamples burst() {
		return InputsSamples.unit("A").valid(3).answers(1, 2, 1).with(Signal.BURST).valid(4).answers(1, 0, 0, 4);
	}

	private static RulesSamples rules(Node node) {
		return root(node).levels("100", "50", "0", "-");
	}

	private static Line line(InputsSamples inputs, RulesSamples rules) {
		return inputs.scoredUnder(rules).total();
	}

	@Test
	void setsApartWhatTheRulesSetApart() {
		Line line = line(burst(), rules(ballots("b", Average.POOLED)).treats(Signal.BURST, Effect.SET_APART, null));
		assertThat(line.arithmetic()).isEqualTo("2×100+1×50=250; 250÷3≈83.3333333333");
		assertThat(line.counts().valid()).isEqualTo(3);
		assertThat(line.counts().rated()).isEqualTo(3);
	}

	@Test
	void weighsAPooledMean() {
		Line line = line(burst(), rules(ballots("b", Average.POOLED)).treats(Signal.BURST, Effect.WEIGH_LESS, "0.25"));
		assertThat(line.arithmetic()).isEqualTo("2×100+1×50+1×0=250; 250÷4=62.5");
		assertThat(line.counts().valid()).isEqualTo(7);
		assertThat(line.counts().rated()).isEqualTo(7);
	}

	@Test
	void weighsTheMeanOfEachItem() {
		InputsSamples inputs = burst().answers(2, 4).with().answers(2, 0, 1);
		Line line = line(inputs,
				rules(ballots("b", Average.ITEM_MEANS)).items("1", "3").treats(Signal.BURST, Effect.WEIGH_LESS, "0.3"));
		// (2×100+1×50+1.2×0)÷4.2 and (1.2×100+1×50)÷2.2, by 1 and 3
		assertThat(line.arithmetic()).startsWith("#1 250÷4.2≈59.5238; #2 170÷2.2≈77.2727; ");
		assertThat(line.value()).isEqualByComparingTo("72.8354978355");
	}

	@Test
	void weighsARate() {
		Node rate = new Poll.BallotRate(head("r"), sample(1), Average.POOLED, List.of(1, 2));
		Line line = line(burst(), rules(rate).treats(Signal.BURST, Effect.WEIGH_LESS, "0.5"));
		assertThat(line.arithmetic()).isEqualTo("3÷5×100=60");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0.7  | 50 | med(2×100+1×50+2.8×0)=50
			0.75 | 25 | med(2×100+1×50+3×0)=25
			0.8  | 0  | med(2×100+1×50+3.2×0)=0
			""")
	void takesTheMiddleOfTheWeights(String weight, String value, String arithmetic) {
		Node median = new Poll.BallotPoints(head("b"), sample(1), Average.POOLED, Centre.MEDIAN, null);
		Line line = line(burst(), rules(median).treats(Signal.BURST, Effect.WEIGH_LESS, weight));
		assertThat(line.value()).isEqualByComparingTo(value);
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
	}

	@Test
	void trimsWholeAnswersOffWeights() {
		Node trimmed = new Poll.BallotPoints(head("b"), sample(1), Average.POOLED, Centre.MEAN, new Trim(1L, null, 3));
		Line line = line(burst(), rules(trimmed).treats(Signal.BURST, Effect.WEIGH_LESS, "0.4"));
		// 1.6 of the worst lose 1, 2 of the best lose 1
		assertThat(line.arithmetic()).isEqualTo("1×100+1×50+0.6×0=150; 150÷(4.6−2×1)≈57.6923076923");
	}

	@Test
	void takesTheStrictestTreatment() {
		InputsSamples inputs = InputsSamples.unit("A")
			.valid(1)
			.answers(1, 1)
			.with(Signal.BURST, Signal.TOO_FAST)
			.valid(5)
			.answers(1, 0, 0, 5);
		RulesSamples rules = rules(ballots("b", Average.POOLED)).treats(Signal.OWN_NETWORK, Effect.SET_APART, null)
			.treats(Signal.BURST, Effect.COUNT, null)
			.treats(Signal.TOO_FAST, Effect.WEIGH_LESS, "0.2");
		assertThat(line(inputs, rules).arithmetic()).isEqualTo("1×100+1×0=100; 100÷2=50");
		rules.treats(Signal.BURST, Effect.SET_APART, null);
		assertThat(line(inputs, rules).value()).isEqualByComparingTo("100");
	}

	@Test
	void asksForEnoughBallotsThatCount() {
		RulesSamples rules = rules(ballots(head("b"), Average.POOLED, 4)).treats(Signal.BURST, Effect.SET_APART, null);
		Line line = line(burst(), rules);
		assertThat(line.state()).isEqualTo(Line.State.MISSING);
		assertThat(line.arithmetic()).isEqualTo("3<4");
	}

	@Test
	void takesNoSilenceForWhatCameBackAndWasSetApart() {
		Node node = new Poll.BallotPoints(head("b"),
				new Poll.Sample("C", List.of(), List.of(), 1, null, Poll.Below.MISSING, 1), Average.POOLED, Centre.MEAN,
				null);
		Line line = line(burst().issued(9), rules(node).treats(Signal.BURST, Effect.SET_APART, null));
		// 9 less 3 that count and 4 that came back
		assertThat(line.arithmetic()).startsWith("4×100+1×50=450; 450÷5=90");
	}

	@Test
	void tellsHowManyWereTreated() {
		RulesSamples rules = rules(ballots("b", Average.POOLED)).treats(Signal.TOO_FAST, Effect.WEIGH_LESS, "0.5")
			.treats(Signal.BURST, Effect.SET_APART, null);
		InputsSamples inputs = burst().with(Signal.TOO_FAST).valid(2).answers(1, 2);
		assertThat(TreatedBallots.of(rules.rules(), inputs.inputs(), inputs.scoredUnder(rules)))
			.extracting(TreatedBallots::node, (treated) -> treated.treatment().signal(), TreatedBallots::ballots)
			.containsExactly(tuple("b", Signal.BURST, 4L), tuple("b", Signal.TOO_FAST, 2L));
	}

	@Test
	void leavesOutWhatTwoPersonsSetApart() {
		RulesSamples rules = rules(ballots("b", Average.POOLED));
		InputsSamples inputs = burst().apart();
		assertThat(line(inputs, rules).value()).isEqualByComparingTo("83.3333333333");
		assertThat(TreatedBallots.of(rules.rules(), inputs.inputs(), inputs.scoredUnder(rules)))
			.containsExactly(new TreatedBallots("b", null, 4));
		assertThat(inputs.under(rules).alike()).containsExactly(new Outcome.Alike("A", decimal("35.7143")));
	}

	@Test
	void knowsTheScoreIfEveryBallotCountedAlike() {
		RulesSamples rules = rules(ballots("b", Average.POOLED));
		assertThat(burst().under(rules).alike()).isEmpty();
		Outcome outcome = burst().under(rules.treats(Signal.BURST, Effect.SET_APART, null));
		assertThat(outcome.scorecards().getFirst().score()).isEqualByComparingTo("83.3333");
		assertThat(outcome.alike()).containsExactly(new Outcome.Alike("A", decimal("35.7143")));
	}

	/** Whatever the answers: a weight of 1 is to count, and apart is not to be there. */
	@RepeatedTest(50)
	void agreesWithPlainCountingAtBothEnds(RepetitionInfo run) {
		Random lot = new Random(run.getCurrentRepetition());
		for (Centre centre : Centre.values()) {
			for (Average average : Average.values()) {
				Trim trim = (centre == Centre.MEAN && lot.nextBoolean()) ? new Trim(1L, null, 3) : null;
				Node node = new Poll.BallotPoints(head("b"), sample(1), average, centre, trim);
				assertAgrees(node, lot);
			}
		}
	}

	private static void assertAgrees(Node node, Random lot) {
		InputsSamples sound = InputsSamples.unit("A").valid(9).answers(1, some(lot)).answers(2, some(lot));
		Inputs alone = sound.inputs();
		Inputs mixed = sound.with(Signal.BURST).valid(4).answers(1, some(lot)).answers(2, some(lot)).inputs();
		RulesSamples plain = rules(node).items("1", "1");
		BigDecimal counted = value(plain, mixed);
		assertThat(value(rules(node).items("1", "1").treats(Signal.BURST, Effect.WEIGH_LESS, "1"), mixed))
			.isEqualByComparingTo(counted);
		assertThat(value(rules(node).items("1", "1")
			.treats(Signal.BURST, Effect.WEIGH_LESS, "1")
			.treats(Signal.TOO_FAST, Effect.WEIGH_LESS, "0.125"), mixed)).isEqualByComparingTo(counted);
		assertThat(
				Scoring.score(rules(node).items("1", "1").treats(Signal.BURST, Effect.SET_APART, null).rules(), mixed)
					.scorecards())
			.isEqualTo(Scoring.score(plain.rules(), alone).scorecards());
	}

	private static BigDecimal value(RulesSamples rules, Inputs inputs) {
		return Scoring.score(rules.rules(), inputs).scorecards().getFirst().score();
	}

	private static long[] some(Random lot) {
		return new long[] { lot.nextInt(1, 5), lot.nextInt(5), lot.nextInt(5), lot.nextInt(3) };
	}

}

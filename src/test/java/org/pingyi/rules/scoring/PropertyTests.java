package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pingyi.rules.scoring.Compound.Weighted;
import org.pingyi.rules.scoring.Poll.Average;
import org.pingyi.rules.scoring.Poll.Centre;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.rules.scoring.RulesSamples.decimal;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.part;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.sample;
import static org.pingyi.rules.scoring.RulesSamples.weighted;
import static org.pingyi.rules.scoring.RulesSamples.weightedTo;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

/** What holds whatever was counted. */
class PropertyTests {

	private static final Rules CITY = LargeCityRules.rules();

	/** Figures from 0.0 to 100.0 of a few units. */
	private static final Gen<List<BigDecimal>> FIGURES = lists()
		.of(integers().between(0, 1000).map((tenths) -> BigDecimal.valueOf(tenths, 1)))
		.ofSizeBetween(1, 8);

	/** How many gave each of four levels, somebody at least. */
	private static final Gen<List<Integer>> ANSWERS = lists().of(integers().between(0, 9))
		.ofSize(4)
		.assuming((counts) -> counts.stream().anyMatch((count) -> count > 0));

	private static QuickTheory few() {
		return qt().withFixedSeed(7).withExamples(10);
	}

	private static QuickTheory many() {
		return qt().withFixedSeed(7).withExamples(150);
	}

	/** A small city; the number of ballots draws another one. */
	private static Gen<Inputs> cities() {
		return integers().between(600, 60_000).map((ballots) -> LargeCity.inputs(10, ballots));
	}

	@Test
	void theOrderOfInputsDoesNotMatter() {
		few().forAll(cities(), longs().all())
			.check((inputs, seed) -> Scoring.score(CITY, inputs)
				.toString()
				.equals(Scoring.score(CITY, shuffled(inputs, new Random(seed))).toString()));
	}

	private static Inputs shuffled(Inputs inputs, Random lot) {
		return new Inputs(shuffled(inputs.subjects(), lot), shuffled(inputs.tallies(), lot),
				shuffled(inputs.issued(), lot), shuffled(inputs.events(), lot), shuffled(inputs.figures(), lot),
				shuffled(inputs.memories(), lot));
	}

	private static <T> List<T> shuffled(List<T> list, Random lot) {
		List<T> copy = new ArrayList<>(list);
		Collections.shuffle(copy, lot);
		return copy;
	}

	@Test
	void theRankingAloneIsThatOfTheScorecards() {
		few().forAll(cities())
			.check((inputs) -> Scoring.rank(CITY, inputs)
				.equals(Scoring.score(CITY, inputs).scorecards().stream().map(Scorecard::standing).toList()));
	}

	@Test
	void linesAddUpAtEveryLevelToTheLastDigit() {
		few().forAll(cities()).checkAssert((inputs) -> Scoring.score(CITY, inputs).scorecards().forEach((card) -> {
			assertThat(card.total().points()).isEqualByComparingTo(card.score());
			addsUp(card.total());
		}));
	}

	private static void addsUp(Line line) {
		if (!line.parts().isEmpty()) {
			BigDecimal sum = line.parts().stream().map(Line::points).reduce(BigDecimal.ZERO, BigDecimal::add);
			assertThat(sum).as(line.node()).isEqualByComparingTo(line.points());
			line.parts().forEach(PropertyTests::addsUp);
		}
	}

	@Test
	void noScoreChangesWithTheDataOfAnotherGroup() {
		few().forAll(cities(), integers().between(0, 4)).check((inputs, number) -> {
			String group = "g" + number;
			return totals(inputs, group).equals(totals(only(inputs, group), group));
		});
	}

	private static List<Line> totals(Inputs inputs, String group) {
		return Scoring.score(CITY, inputs)
			.scorecards()
			.stream()
			.filter((card) -> card.group().equals(group))
			.map(Scorecard::total)
			.toList();
	}

	/** The other groups are there, and nothing was counted about them. */
	private static Inputs only(Inputs inputs, String group) {
		Set<String> units = inputs.subjects()
			.stream()
			.filter((subject) -> subject.group().equals(group))
			.map(Inputs.Subject::unit)
			.collect(Collectors.toSet());
		return new Inputs(inputs.subjects(),
				inputs.tallies().stream().filter((row) -> units.contains(row.unit())).toList(),
				inputs.issued().stream().filter((row) -> units.contains(row.unit())).toList(),
				inputs.events().stream().filter((row) -> units.contains(row.unit())).toList(),
				inputs.figures().stream().filter((row) -> units.contains(row.unit())).toList(), List.of());
	}

	/**
	 * Ways to make one figure out of answers, none of which a better answer may lower.
	 */
	enum Way {

		MEAN(new Poll.BallotPoints(head("n"), sample(1), Average.POOLED, Centre.MEAN, null)),
		MEDIAN(new Poll.BallotPoints(head("n"), sample(1), Average.POOLED, Centre.MEDIAN, null)),
		TRIMMED(new Poll.BallotPoints(head("n"), sample(1), Average.POOLED, Centre.MEAN, new Trim(1L, null, 0))),
		SHARE(new Poll.BallotPoints(head("n"), sample(1), Average.POOLED, Centre.MEAN,
				new Trim(null, decimal("20"), 5))),
		RATE(new Poll.BallotRate(head("n"), sample(1), Average.POOLED, List.of(1, 2)));

		private final Node node;

		Way(Node node) {
			this.node = node;
		}

		/** The figure of answers to the levels 100, 80, 50 and 10. */
		BigDecimal of(List<Integer> answers) {
			long[] counts = answers.stream().mapToLong(Integer::longValue).toArray();
			return Objects.requireNonNull(InputsSamples.unit("A")
				.valid(1)
				.answers(1, counts)
				.scoredUnder(root(this.node).levels("100", "80", "50", "10"))
				.total()
				.value());
		}

	}

	@ParameterizedTest
	@EnumSource
	void aBetterAnswerNeverLowersAScore(Way way) {
		many().forAll(ANSWERS, integers().between(1, 3))
			.assuming((answers, level) -> answers.get(level) > 0)
			.check((answers, level) -> {
				List<Integer> better = new ArrayList<>(answers);
				better.set(level, answers.get(level) - 1);
				better.set(level - 1, answers.get(level - 1) + 1);
				return way.of(better).compareTo(way.of(answers)) >= 0;
			});
	}

	@ParameterizedTest
	@EnumSource(names = { "MEAN", "MEDIAN", "TRIMMED", "SHARE" })
	void aFigureLiesBetweenTheWorstAndTheBestAnswer(Way way) {
		int[] points = { 100, 80, 50, 10 };
		many().forAll(ANSWERS).checkAssert((answers) -> {
			int[] given = IntStream.range(0, 4)
				.filter((level) -> answers.get(level) > 0)
				.map((level) -> points[level])
				.toArray();
			assertThat(way.of(answers)).isBetween(BigDecimal.valueOf(given[given.length - 1]),
					BigDecimal.valueOf(given[0]));
		});
	}

	@Test
	void scalingTheWeightsOfANestedSumAlikeChangesNothing() {
		many().forAll(FIGURES, integers().between(1, 50)).check((figures, times) -> {
			InputsSamples inputs = InputsSamples.unit("A").figure("other", "37.3");
			IntStream.range(0, figures.size())
				.forEach((number) -> inputs.figure("x" + number, figures.get(number).toPlainString()));
			return score(inputs, BigDecimal.ONE).equals(score(inputs, BigDecimal.valueOf(times, 1)));
		});
	}

	/** The score where a nested sum of three parts has weights so many times as large. */
	private static BigDecimal score(InputsSamples inputs, BigDecimal times) {
		Node nested = weightedTo(decimal("70").multiply(times).toPlainString(), "nested", times("30", times, "x0"),
				times("25", times, "x1"), times("15", times, "x2"));
		return inputs.scoredUnder(root(weighted("total", part("70", nested), part("30", figure("other"))))).score();
	}

	private static Weighted times(String weight, BigDecimal times, String code) {
		return part(decimal(weight).multiply(times).toPlainString(), figure(code));
	}

	@Test
	void sharesSumToTheTotalWhoeverIsThere() {
		many().forAll(lists().of(integers().between(1, 60)).ofSizeBetween(1, 9), longs().all())
			.checkAssert((weights, seed) -> {
				Weighted[] parts = weights.stream()
					.map((weight) -> part(weight.toString(), figure("x")))
					.toArray(Weighted[]::new);
				String total = String.valueOf(weights.stream().mapToInt(Integer::intValue).sum());
				Random lot = new Random(seed);
				Set<Integer> present = IntStream.range(0, parts.length)
					.filter((place) -> place == 0 || lot.nextBoolean())
					.boxed()
					.collect(Collectors.toSet());
				Shares shares = Shares.of((Compound.WeightedSum) weightedTo(total, "sum", parts), present);
				assertThat(shares.isComplete()).isTrue();
				assertThat(shares.carried().is(decimal(total))).isTrue();
			});
	}

	@Test
	void boundedSharesNeverExceedTheirMostNorTheTotal() {
		many().forAll(integers().between(1, 50), integers().between(0, 40), integers().between(0, 40))
			.checkAssert((weight, more, others) -> {
				String rest = String.valueOf(100 - weight);
				Node sum = weighted("sum",
						RulesSamples.bounded(weight.toString(), String.valueOf(weight + more), figure("x")),
						RulesSamples.bounded(rest, String.valueOf(100 - weight + others), figure("y")));
				Shares shares = Shares.of((Compound.WeightedSum) sum, Set.of(0));
				assertThat(shares.weights().get(0)).isEqualByComparingTo(Exact.of(Math.min(100, weight + more)));
				assertThat(shares.weights().get(1)).isEqualTo(Exact.ZERO);
				assertThat(shares.isComplete()).isEqualTo(weight + more >= 100);
			});
	}

	@Test
	void pointsFallWithThePlace() {
		Node node = new Conversion.RankPoints(head("r"), new Ladder(decimal("100"), decimal("3"), decimal("70")), false,
				List.of(figure("x")));
		many().forAll(FIGURES).checkAssert((figures) -> {
			InputsSamples inputs = new InputsSamples();
			IntStream.range(0, figures.size())
				.forEach((number) -> inputs.and("U" + number).figure("x", figures.get(number).toPlainString()));
			List<Scorecard> cards = inputs.under(root(node)).scorecards();
			assertThat(cards).map((card) -> figures.get(Integer.parseInt(card.unit().substring(1))))
				.isSortedAccordingTo(Collections.reverseOrder());
			assertThat(cards.getFirst().score()).isEqualByComparingTo("100");
			assertThat(cards).map(Scorecard::score)
				.allSatisfy((score) -> assertThat(score).isBetween(decimal("79"), decimal("100")));
		});
	}

}

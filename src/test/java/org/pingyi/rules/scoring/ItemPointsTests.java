package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.rules.scoring.Poll.Average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.rules.scoring.RulesSamples.ballots;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.part;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.weighted;

/** A ballot line is taken apart into what its items bring. */
class ItemPointsTests {

	private static final BigDecimal LEAST = new BigDecimal("0.00000001");

	/** Two items at 80 and 40 of which the line brings half its value to the score. */
	@ParameterizedTest
	@CsvSource({ "ITEM_MEANS, 3, 1, 30, 5", "ITEM_MEANS, 1, 1, 20, 10", "POOLED, 1, 1, 30, 5", "POOLED, 3, 1, 36, 2" })
	void bringsWhatItWeighs(Average average, String first, String second, String points, String others) {
		RulesSamples rules = root(weighted("total", part("50", ballots("vote", average)), part("50", figure("check"))))
			.levels("100", "80", "40")
			.items(first, second);
		InputsSamples inputs = InputsSamples.unit("A")
			.valid(9)
			.answers(1, 0, 9)
			.answers(2, 0, 0, 3)
			.figure("check", "1");
		ItemPoints vote = items(inputs, rules).getFirst();
		assertThat(vote.node()).isEqualTo("vote");
		assertThat(vote.items()).extracting(ItemPoints.Share::number).containsExactly(1, 2);
		assertThat(vote.items()).extracting(ItemPoints.Share::rated).containsExactly(9L, 3L);
		assertThat(vote.items().get(0).figure()).isEqualByComparingTo("80");
		assertThat(vote.items().get(0).points()).isEqualByComparingTo(points);
		assertThat(vote.items().get(1).points()).isEqualByComparingTo(others);
		assertThat(vote.rest()).isZero();
	}

	@Test
	void stretchesMarksAsTheLineDoes() {
		RulesSamples rules = root(weighted("total", part("100", ballots("marks", Average.ITEM_MEANS)))).maximum("5")
			.items("1", "1");
		InputsSamples inputs = InputsSamples.unit("A").valid(1).answer("citizen", 1, 45, 1).answer("citizen", 2, 25, 1);
		assertThat(items(inputs, rules).getFirst().items()).extracting(ItemPoints.Share::points)
			.usingElementComparator(BigDecimal::compareTo)
			.containsExactly(new BigDecimal("45"), new BigDecimal("25"));
	}

	@Test
	void leavesTheMedianOfOnePotAndAStandInWhole() {
		Node median = new Poll.BallotPoints(head("median"), RulesSamples.sample(1), Average.POOLED, Poll.Centre.MEDIAN,
				null);
		InputsSamples inputs = InputsSamples.unit("A").valid(2).answers(1, 1, 1).answers(2, 1, 1);
		ItemPoints pot = items(inputs, root(weighted("total", part("100", median))).levels("100", "80").items("1", "1"))
			.getFirst();
		assertThat(pot.items()).isEmpty();
		assertThat(pot.rest()).isEqualByComparingTo("90");
		Node few = ballots(head("few", Node.Missing.GROUP_MEAN, null), Average.ITEM_MEANS, 3);
		RulesSamples rules = root(weighted("total", part("100", few))).levels("100", "80").items("1", "1");
		Inputs two = inputs.and("B").valid(3).answers(1, 3).answers(2, 3).inputs();
		Scorecard card = Scoring.score(rules.rules(), two).scorecards().getLast();
		assertThat(card.unit()).isEqualTo("B");
		Scorecard first = Scoring.score(rules.rules(), two).scorecards().getFirst();
		ItemPoints standIn = ItemPoints.of(rules.rules(), two, first).getFirst();
		assertThat(standIn.items()).isEmpty();
		assertThat(standIn.rest()).isEqualByComparingTo("100");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 })
	void addUpToTheirLine(long seed) {
		Rules rules = RandomYear.rules().rules();
		Inputs inputs = RandomYear.inputs(seed);
		for (Scorecard card : Scoring.score(rules, inputs).scorecards()) {
			List<ItemPoints> lines = ItemPoints.of(rules, inputs, card);
			assertThat(lines).extracting(ItemPoints::node).containsExactly("items", "pot", "silent", "rate");
			for (ItemPoints line : lines) {
				BigDecimal items = line.items()
					.stream()
					.map(ItemPoints.Share::points)
					.reduce(BigDecimal.ZERO, BigDecimal::add);
				assertThat(items.add(line.rest())).isEqualByComparingTo(line(card.total(), line.node()).points());
				boolean rounded = line.node().equals("items");
				assertThat(line.rest().abs()).as("%s of %s", line, card.unit())
					.matches((rest) -> line.items().isEmpty()
							|| rest.compareTo(rounded ? new BigDecimal("0.0001") : LEAST) < 0);
			}
		}
	}

	private static List<ItemPoints> items(InputsSamples inputs, RulesSamples rules) {
		return ItemPoints.of(rules.rules(), inputs.inputs(), inputs.scoredUnder(rules));
	}

	private static Line line(Line line, String node) {
		return line.all().filter((each) -> each.node().equals(node)).findFirst().orElseThrow();
	}

}

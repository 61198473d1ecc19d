package org.pingyi.rules.scoring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.rules.scoring.Explanation.Place;
import org.pingyi.rules.scoring.Explanation.Why;
import org.pingyi.rules.scoring.Poll.Average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.rules.scoring.RulesSamples.ballots;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.grade;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.part;
import static org.pingyi.rules.scoring.RulesSamples.points;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.text;
import static org.pingyi.rules.scoring.RulesSamples.weighted;

/** A place is explained by the unit that it is measured against. */
class ExplanationTests {

	private static final RulesSamples MARKS = root(figure("mark")).grades(grade("good", "85", null),
			grade("fair", "60", null), grade("poor", null, null));

	private static final InputsSamples FIVE = InputsSamples.unit("A")
		.figure("mark", "95")
		.and("B")
		.figure("mark", "88")
		.and("C")
		.figure("mark", "80")
		.and("D")
		.figure("mark", "70")
		.and("E")
		.figure("mark", "50");

	@ParameterizedTest
	@CsvSource({ "A, B, RUNNER_UP, 7", "B, A, JUST_ABOVE, -7", "C, B, BETTER_GRADE, -8", "D, B, BETTER_GRADE, -18",
			"E, D, BETTER_GRADE, -20" })
	void comparesWithTheNextBetterGradeOrElseTheNextPlace(String unit, String other, Why why, String gap) {
		Explanation explanation = explain(FIVE, MARKS, unit);
		assertThat(explanation.place()).isEqualTo(Place.RANKED);
		assertThat(explanation.ranked()).isEqualTo(5);
		assertThat(gap(explanation).other().unit()).isEqualTo(other);
		assertThat(gap(explanation).why()).isEqualTo(why);
		assertThat(gap(explanation).points()).isEqualByComparingTo(gap);
	}

	@Test
	void skipsAGradeThatNobodyAboveHas() {
		InputsSamples inputs = InputsSamples.unit("A").figure("mark", "95").and("B").figure("mark", "50");
		assertThat(gap(explain(inputs, MARKS, "B")).why()).isEqualTo(Why.BETTER_GRADE);
		RulesSamples none = root(figure("mark"));
		assertThat(gap(explain(inputs, none, "B")).why()).isEqualTo(Why.JUST_ABOVE);
	}

	@Test
	void doesNotMeasureAVetoedUnitByTheGradeThatPointsGive() {
		RulesSamples rules = root(figure("mark")).grades(grade("good", "85", null), grade("poor", null, null))
			.adjustments(new AdjustmentRules(List.of(), List.of(),
					List.of(new AdjustmentRules.Veto("corrupt", text("corrupt"), "poor", true, "")), List.of(),
					List.of()));
		InputsSamples inputs = InputsSamples.unit("A")
			.figure("mark", "95")
			.and("B")
			.figure("mark", "92")
			.event("案", "corrupt")
			.and("C")
			.figure("mark", "90");
		Explanation vetoed = explain(inputs, rules, "B");
		assertThat(vetoed.decidedBy()).isEqualTo("corrupt");
		assertThat(gap(vetoed).why()).isEqualTo(Why.JUST_ABOVE);
		assertThat(explain(inputs, rules, "C").decidedBy()).isNull();
	}

	@Test
	void knowsWhoHasNoPlace() {
		assertThat(explain(InputsSamples.unit("A").figure("mark", "1"), MARKS, "A").place()).isEqualTo(Place.ALONE);
		Explanation nothing = explain(InputsSamples.unit("A").and("B").figure("mark", "1"), MARKS, "A");
		assertThat(nothing.place()).isEqualTo(Place.NO_DATA);
		assertThat(nothing.ranked()).isEqualTo(1);
		assertThat(nothing.gap()).isNull();
		Rules apart = new Rules(text("rules"), "", List.of(), List.of(), List.of(), List.of(), List.of(),
				RulesSamples.NO_ADJUSTMENTS,
				List.of(new Tree(text("apart"), List.of("*"), Set.of(), true, figure("mark"))),
				MARKS.rules().ranking());
		Outcome outcome = Scoring.score(apart, FIVE.inputs());
		Explanation measured = Explanation.of(apart, outcome.scorecards(), "A", Map.of());
		assertThat(measured.place()).isEqualTo(Place.APART);
		assertThat(measured.gap()).isNull();
	}

	@Test
	void countsWhoSharesThePlace() {
		InputsSamples inputs = InputsSamples.unit("A")
			.figure("mark", "90")
			.and("B")
			.figure("mark", "90")
			.and("C")
			.figure("mark", "90");
		Explanation all = explain(inputs, MARKS, "B");
		assertThat(all.sharing()).isEqualTo(2);
		assertThat(all.gap()).isNull();
		Explanation second = explain(inputs.and("D").figure("mark", "80"), MARKS, "D");
		assertThat(second.sharing()).isZero();
		assertThat(gap(second).other().unit()).isEqualTo("C");
	}

	@Test
	void namesTheLargestPartsUntilMostIsToldOrThree() {
		Node tree = points("total", figure("a"), figure("b"), figure("c"), figure("d"), figure("e"));
		InputsSamples one = figures("X", "10", "10", "10", "10", "10");
		assertThat(reasons(one, "Y", "1", "9", "9.5", "10", "11", tree)).containsExactly("a -9");
		assertThat(reasons(one, "Y", "6", "7", "9", "10", "10", tree)).containsExactly("a -4", "b -3");
		assertThat(reasons(one, "Y", "8", "8", "8", "8", "8", tree)).containsExactly("a -2", "b -2", "c -2");
		assertThat(reasons(one, "Y", "20", "10", "10", "10", "5", tree)).containsExactly("a 10");
	}

	private static List<String> reasons(InputsSamples one, String unit, String a, String b, String c, String d,
			String e, Node tree) {
		InputsSamples both = InputsSamples.unit(unit);
		figures(both, a, b, c, d, e);
		figures(both.and("X"), "10", "10", "10", "10", "10");
		return gap(explain(both, root(tree), unit)).reasons()
			.stream()
			.map((reason) -> reason.line().node() + " " + Exact.plain(reason.points()).toPlainString())
			.toList();
	}

	private static InputsSamples figures(String unit, String... values) {
		return figures(InputsSamples.unit(unit), values);
	}

	private static InputsSamples figures(InputsSamples unit, String... values) {
		for (int i = 0; i < values.length; i++) {
			unit.figure(String.valueOf((char) ('a' + i)), values[i]);
		}
		return unit;
	}

	@Test
	void namesTheItemsBehindALine() {
		RulesSamples rules = root(
				weighted("total", part("50", ballots("vote", Average.ITEM_MEANS)), part("50", figure("check"))))
			.levels("100", "0")
			.items("1", "1");
		InputsSamples inputs = InputsSamples.unit("A")
			.valid(10)
			.answers(1, 5, 5)
			.answers(2, 9, 1)
			.figure("check", "80")
			.and("B")
			.valid(10)
			.answers(1, 10)
			.answers(2, 10)
			.figure("check", "80");
		Explanation lines = explain(inputs, rules, "A");
		Explanation explained = lines.byItems(items(rules, inputs, lines.card()),
				items(rules, inputs, gap(lines).other()));
		Explanation.Reason vote = gap(explained).reasons().getFirst();
		assertThat(gap(lines).reasons().getFirst().items()).isEmpty();
		assertThat(vote.points()).isEqualByComparingTo("-15");
		assertThat(vote.items()).singleElement().satisfies((item) -> {
			assertThat(item.number()).isEqualTo(1);
			assertThat(item.points()).isEqualByComparingTo("-12.5");
		});
	}

	@Test
	void namesNoItemsWhereManyDifferALittle() {
		RulesSamples rules = root(weighted("total", part("100", ballots("vote", Average.ITEM_MEANS))))
			.levels("100", "0")
			.items("1", "1", "1", "1", "1", "1");
		InputsSamples inputs = InputsSamples.unit("A").valid(2);
		for (int item = 1; item <= 6; item++) {
			inputs.answers(item, 1, 1);
		}
		inputs.and("B").valid(2);
		for (int item = 1; item <= 6; item++) {
			inputs.answers(item, 2);
		}
		Explanation lines = explain(inputs, rules, "A");
		Explanation explained = lines.byItems(items(rules, inputs, lines.card()),
				items(rules, inputs, gap(lines).other()));
		assertThat(gap(explained).reasons()).singleElement()
			.satisfies((reason) -> assertThat(reason.items()).isEmpty());
	}

	private static List<ItemPoints> items(RulesSamples rules, InputsSamples inputs, Scorecard card) {
		return ItemPoints.of(rules.rules(), inputs.inputs(), card);
	}

	@Test
	void namesNoLineThatIsWithheldOnEitherSide() {
		Node tree = points("total", figure("a"), figure("b"));
		InputsSamples inputs = figures("A", "1", "2").and("B");
		figures(inputs, "9", "3");
		RulesSamples rules = root(tree);
		List<Scorecard> group = inputs.under(rules).scorecards();
		for (String unit : List.of("A", "B")) {
			Explanation discreet = Explanation.of(rules.rules(), group, "A", Map.of(unit, Set.of("a")));
			assertThat(gap(discreet).reasons()).extracting((reason) -> reason.line().node()).containsExactly("b");
		}
		assertThat(gap(explain(inputs, rules, "A")).reasons()).extracting((reason) -> reason.line().node())
			.containsExactly("a");
	}

	@Test
	void tellsWhatIsProvisionalAndWhatIsAbsent() {
		Poll.Sample few = new Poll.Sample("C", List.of(), List.of(), 5, null, Poll.Below.PROVISIONAL, null);
		Node tree = weighted("total",
				part("50", new Poll.BallotPoints(head("vote"), few, Average.POOLED, Poll.Centre.MEAN, null)),
				part("50", figure("check")));
		Explanation explanation = explain(InputsSamples.unit("A").valid(2).answers(1, 2), root(tree).levels("100"),
				"A");
		assertThat(explanation.provisional()).extracting(Line::node).containsExactly("vote");
		assertThat(explanation.absent()).extracting(Line::node).containsExactly("check");
	}

	@Test
	void tellsWhatATotalLacks() {
		Node tree = points("total", weighted("base", part("50", figure("a")), part("50", figure("b"))), figure("c"));
		Explanation explanation = explain(InputsSamples.unit("A").figure("c", "3"), root(tree), "A");
		assertThat(explanation.place()).isEqualTo(Place.NO_DATA);
		assertThat(explanation.absent()).extracting(Line::node).containsExactly("a", "b");
		assertThat(explanation.card().total().indented()).filteredOn((placed) -> placed.line().node().equals("c"))
			.singleElement()
			.satisfies((placed) -> {
				assertThat(placed.line().value()).isEqualByComparingTo("3");
				assertThat(placed.counts()).isFalse();
			});
	}

	@Test
	void forgetsTheOthers() {
		Explanation alone = explain(FIVE, MARKS, "C").withoutOthers();
		assertThat(alone.gap()).isNull();
		assertThat(alone.ranked()).isEqualTo(5);
		assertThat(alone.sharing()).isZero();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void pointsTheWayOfTheGap(long seed) {
		RulesSamples rules = RandomYear.rules();
		List<Scorecard> group = Scoring.score(rules.rules(), RandomYear.inputs(seed)).scorecards();
		for (Scorecard card : group) {
			Explanation explanation = Explanation.of(rules.rules(), group, card.unit(), Map.of());
			assertThat(gap(explanation).points())
				.isEqualByComparingTo(card.score().subtract(gap(explanation).other().score()));
			assertThat(gap(explanation).reasons()).isNotEmpty()
				.hasSizeLessThanOrEqualTo(3)
				.allSatisfy(
						(reason) -> assertThat(reason.points().signum()).isEqualTo(gap(explanation).points().signum()))
				.isSortedAccordingTo((one, other) -> other.points().abs().compareTo(one.points().abs()));
		}
	}

	private static Explanation explain(InputsSamples inputs, RulesSamples rules, String unit) {
		return Explanation.of(rules.rules(), inputs.under(rules).scorecards(), unit, Map.of());
	}

	private static Explanation.Gap gap(Explanation explanation) {
		assertThat(explanation.gap()).isNotNull();
		return Objects.requireNonNull(explanation.gap());
	}

}

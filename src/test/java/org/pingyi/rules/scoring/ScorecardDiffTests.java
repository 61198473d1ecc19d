package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.pingyi.rules.scoring.RulesSamples.ballots;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.part;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.weighted;

/** What parts two scorecards is told line by line. */
class ScorecardDiffTests {

	private static final RulesSamples RULES = root(
			weighted("total", part("60", ballots("vote", Poll.Average.POOLED)), part("40", figure("check"))))
		.levels("100", "50");

	@Test
	void tellsPointsValuesAndCounts() {
		Scorecard before = InputsSamples.unit("A").valid(4).answers(1, 2, 2).figure("check", "80").scoredUnder(RULES);
		Scorecard after = InputsSamples.unit("A").valid(5).answers(1, 3, 1).figure("check", "80").scoredUnder(RULES);
		ScorecardDiff diff = before.diff(after);
		assertThat(diff.rows()).extracting(ScorecardDiff.Row::node).containsExactly("total", "vote", "check");
		ScorecardDiff.Row vote = diff.rows().get(1);
		assertThat(vote.depth()).isEqualTo(1);
		assertThat(vote.points()).isEqualByComparingTo("7.5");
		assertThat(vote.value()).hasValueSatisfying((value) -> assertThat(value).isEqualByComparingTo("12.5"));
		assertThat(vote.valid()).hasValue(1L);
		assertThat(vote.rated()).hasValue(0L);
		assertThat(vote.issued()).isEmpty();
		assertThat(diff.rows()).extracting(ScorecardDiff.Row::isChanged).containsExactly(true, true, false);
	}

	@Test
	void putsWhatOnlyTheSecondHasLast() {
		Scorecard before = InputsSamples.unit("A")
			.figure("check", "80")
			.figure("old", "1")
			.scoredUnder(root(weighted("total", part("50", figure("old")), part("50", figure("check")))));
		Scorecard after = InputsSamples.unit("A")
			.figure("check", "80")
			.figure("new", "1")
			.scoredUnder(root(weighted("total", part("50", figure("new")), part("50", figure("check")))));
		List<ScorecardDiff.Row> rows = before.diff(after).rows();
		assertThat(rows).extracting(ScorecardDiff.Row::node).containsExactly("total", "old", "check", "new");
		assertThat(rows.get(1).after()).isNull();
		assertThat(rows.get(3).before()).isNull();
		assertThat(rows.get(3).value()).isEmpty();
	}

	@Test
	void tellsEventsOfOneRuleApartByTheirDocuments() {
		Inputs inputs = InputsSamples.unit("A").figure("check", "80").event("甲", "city").event("乙", "city").inputs();
		Inputs less = InputsSamples.unit("A").figure("check", "80").event("乙", "city").inputs();
		ScorecardDiff diff = card(inputs).diff(card(less));
		List<ScorecardDiff.Row> events = diff.rows().stream().filter((row) -> row.node().equals("city")).toList();
		assertThat(events).extracting((row) -> row.line().name().zh()).containsExactlyInAnyOrder("city（甲）", "city（乙）");
		assertThat(events).filteredOn(ScorecardDiff.Row::isChanged)
			.singleElement()
			.satisfies((row) -> assertThat(row.line().name().zh()).isEqualTo("city（甲）"))
			.satisfies((row) -> assertThat(row.points()).isEqualByComparingTo("-0.5"));
	}

	@Test
	void tellsEventsOfOneDocumentApartByTheirIds() {
		ScorecardDiff diff = card(events("7", "12")).diff(card(events("12")));
		assertThat(diff.rows()).filteredOn((row) -> row.node().equals("city"))
			.extracting((row) -> row.line().event(), ScorecardDiff.Row::isChanged)
			.containsExactlyInAnyOrder(tuple("7", true), tuple("12", false));
	}

	@Test
	void findsAnEventThatHadNoIdByItsDocument() {
		Scorecard before = card(events(""));
		assertThat(before.diff(card(events("7"))).isChanged()).isFalse();
	}

	private static Inputs events(String... ids) {
		InputsSamples inputs = InputsSamples.unit("A").figure("check", "80");
		Stream.of(ids).forEach((id) -> inputs.identified(id, "甲", "city"));
		return inputs.inputs();
	}

	@Test
	void isUnchangedBesideItself() {
		Scorecard card = card(RandomYear.inputs(1));
		assertThat(card.diff(card).isChanged()).isFalse();
		assertThat(card.diff(card(RandomYear.inputs(2))).isChanged()).isTrue();
	}

	static Stream<Scorecard[]> pairs() {
		return LongStream.range(0, 40)
			.boxed()
			.flatMap((seed) -> RandomYear.UNITS.stream()
				.map((unit) -> new Scorecard[] { card(RandomYear.inputs(seed), unit),
						card(RandomYear.inputs(seed + 100), unit) }));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void addsUpToTheDifferenceOfTheScores(Scorecard before, Scorecard after) {
		ScorecardDiff diff = before.diff(after);
		BigDecimal leaves = diff.rows()
			.stream()
			.map(ScorecardDiff.Row::leafPoints)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		assertThat(leaves).isEqualByComparingTo(diff.points());
		assertThat(diff.points()).isEqualByComparingTo(after.score().subtract(before.score()));
	}

	private static Scorecard card(Inputs inputs) {
		return card(inputs, "A");
	}

	private static Scorecard card(Inputs inputs, String unit) {
		return Scoring.score(RandomYear.rules().rules(), inputs)
			.scorecards()
			.stream()
			.filter((card) -> card.unit().equals(unit))
			.findFirst()
			.orElseThrow();
	}

}

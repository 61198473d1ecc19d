package org.pingyi.rules.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.rules.scoring.AdjustmentRules.Deduction;
import org.pingyi.rules.scoring.AdjustmentRules.Veto;
import org.pingyi.rules.scoring.Ranking.GradeRule;
import org.pingyi.rules.scoring.Ranking.Mark;
import org.pingyi.rules.scoring.When.End;
import org.pingyi.rules.scoring.When.Past;
import org.pingyi.rules.scoring.When.Quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.rules.scoring.RulesSamples.decimal;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.grade;
import static org.pingyi.rules.scoring.RulesSamples.part;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.text;
import static org.pingyi.rules.scoring.RulesSamples.weighted;

/**
 * Grades and marks beyond a plain threshold: conditions, quotas, vetoes, tie breakers.
 */
class AwardsTests {

	private static final AdjustmentRules ADJUSTMENTS = new AdjustmentRules(List.of(),
			List.of(new Deduction("delay", text("拖延"), decimal("1"), null, null, "")),
			List.of(new Veto("accident", text("事故"), "poor", true, ""), new Veto("media", text("曝光"), "fair", true, ""),
					new Veto("report", text("通报"), "fair", false, "")),
			List.of(), List.of());

	/** One to four units with these marks, the best first. */
	private static InputsSamples units(String marks) {
		InputsSamples inputs = new InputsSamples();
		String[] all = marks.split(" ");
		for (int i = 0; i < all.length; i++) {
			inputs.and(String.valueOf((char) ('A' + i))).figure("mark", all[i]);
		}
		return inputs;
	}

	private static When quota(End end, @Nullable Long count, @Nullable String share, Rounding rounding,
			boolean everywhere) {
		return new When(List.of(), List.of(), List.of(), List.of(), null, "", Range.ALL, List.of(),
				new Quota(end, count, (share != null) ? decimal(share) : null, rounding, everywhere));
	}

	private static String marked(Outcome outcome) {
		return String.join(" ",
				outcome.scorecards()
					.stream()
					.filter((card) -> !card.marks().isEmpty())
					.map((card) -> card.unit() + card.marks())
					.toList());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			FIRST | 2 |    | DOWN    | 90 80 70 60 50 | A[m] B[m]
			FIRST | 2 |    | DOWN    | 90 80 80 60 50 | A[m]
			LAST  | 1 |    | DOWN    | 90 80 70 60 50 | E[m]
			LAST  | 2 |    | DOWN    | 90 80 70 60 60 | D[m] E[m]
			LAST  | 1 |    | DOWN    | 90 80 70 60 60 | ''
			FIRST |   | 30 | DOWN    | 90 80 70 60 50 | A[m]
			FIRST |   | 30 | HALF_UP | 90 80 70 60 50 | A[m] B[m]
			FIRST |   | 25 | HALF_UP | 90 80 70 60 50 | A[m]
			FIRST |   | 25 | UP      | 90 80 70 60 50 | A[m] B[m]
			FIRST | 1 | 80 | DOWN    | 90 80 70 60 50 | A[m]
			FIRST | 3 | 40 | DOWN    | 90 80 70 60 50 | A[m] B[m]
			""")
	void givesAMarkToTheFirstOrTheLast(End end, Long count, String share, Rounding rounding, String marks,
			String expected) {
		RulesSamples rules = root(figure("mark"))
			.marks(new Mark("m", text("m"), "", quota(end, count, share, rounding, false)));
		assertThat(marked(units(marks).under(rules))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "true, Q[m]", "false, A[m] Q[m]" })
	void countsAQuotaEverywhereOrInTheGroup(boolean everywhere, String expected) {
		InputsSamples inputs = new InputsSamples().in("one", "A")
			.figure("mark", "80")
			.in("one", "B")
			.figure("mark", "70");
		inputs.in("two", "P").figure("mark", "60").in("two", "Q").figure("mark", "90");
		RulesSamples rules = root(figure("mark"))
			.marks(new Mark("m", text("m"), "", quota(End.FIRST, 1L, null, Rounding.DOWN, everywhere)));
		assertThat(marked(inputs.under(rules))).isEqualTo(expected);
	}

	private static When when(String groups, String events, String without, String given, @Nullable Past past,
			String node, Range range) {
		return new When(codes(groups), codes(events), codes(without), codes(given), past, node, range, List.of(), null);
	}

	private static List<String> codes(String codes) {
		return Arrays.stream(codes.split(" ")).filter((code) -> !code.isEmpty()).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# groups | events | without | given        | marked
			''       | ''     | ''      | ''           | A[m] B[m]
			g        | ''     | ''      | ''           | A[m] B[m]
			h        | ''     | ''      | ''           | ''
			''       | delay  | ''      | ''           | B[m]
			''       | ''     | delay   | ''           | A[m]
			''       | ''     | ''      | good         | A[m]
			''       | ''     | ''      | good rest    | ''
			''       | delay  | ''      | rest         | B[m]
			""")
	void marksWhomEveryConditionFits(String groups, String events, String without, String given, String expected) {
		RulesSamples rules = root(figure("mark")).adjustments(ADJUSTMENTS)
			.grades(grade("good", "80", null), grade("rest", null, null))
			.marks(new Mark("m", text("m"), "", when(groups, events, without, given, null, "", Range.ALL)));
		InputsSamples inputs = InputsSamples.unit("A").figure("mark", "90");
		inputs.and("B").figure("mark", "70").event("文 1", "delay");
		assertThat(marked(inputs.under(rules))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "1, A[m] B[m]", "2, A[m]", "3, ''" })
	void remembersEarlierYearsInARow(int years, String expected) {
		RulesSamples rules = root(figure("mark"))
			.marks(new Mark("m", text("m"), "", when("", "", "", "", new Past("poor", years), "", Range.ALL)));
		InputsSamples inputs = units("90 80 70");
		inputs.memory("A", "poor", 1).memory("A", "poor", 2).memory("B", "poor", 1).memory("B", "poor", 3);
		inputs.memory("C", "good", 1).memory("C", "poor", 2);
		assertThat(marked(inputs.under(rules))).isEqualTo(expected);
	}

	@Test
	void asksForTheValueOfANode() {
		Node root = weighted("total", part("50", figure("mark")), part("50", figure("other")));
		When when = when("", "", "", "", null, "other", new Range(null, decimal("80"), null, decimal("90")));
		RulesSamples rules = root(root).grades(new GradeRule("odd", "", when), grade("rest", null, null));
		InputsSamples inputs = InputsSamples.unit("A").figure("mark", "90").figure("other", "85");
		inputs.and("B").figure("mark", "70").figure("other", "90").and("C").figure("mark", "60");
		assertThat(inputs.under(rules).scorecards())
			.extracting((card) -> card.unit() + " " + card.grade() + " " + card.gradeReason())
			.containsExactly("A odd 85>80; 85<90", "B rest ", "C rest ");
	}

	@Test
	void givesFixedVetoesTheirVeryGradeAndTheStrictestOfThem() {
		RulesSamples rules = root(figure("mark")).places(0)
			.adjustments(ADJUSTMENTS)
			.grades(grade("good", "80", null), grade("fair", "60", null), grade("poor", null, null));
		InputsSamples inputs = units("99").event("1", "media");
		inputs.and("B").figure("mark", "50").event("1", "media").and("C").figure("mark", "40").event("2", "media");
		inputs.event("1", "accident").and("D").figure("mark", "30").event("1", "report");
		inputs.and("E").figure("mark", "20").event("1", "report").event("2", "media");
		assertThat(inputs.under(rules).scorecards())
			.extracting((card) -> card.unit() + " " + card.grade() + " " + card.gradeReason())
			.containsExactly("A fair media", "B fair media", "C poor accident", "D poor 30<60", "E fair media");
	}

	@Test
	void fallsBackToTheGradeOfTheVetoWhereNoRuleFits() {
		RulesSamples rules = root(figure("mark")).adjustments(ADJUSTMENTS)
			.grades(grade("good", "80", null), grade("fair", "99", null));
		assertThat(units("90").event("1", "report").under(rules).scorecards())
			.extracting((card) -> card.grade() + " " + card.gradeReason())
			.containsExactly("fair report");
	}

	@Test
	void showsTheNumberThatAQuotaAllows() {
		When first = quota(End.FIRST, 1L, null, Rounding.DOWN, false);
		RulesSamples rules = root(figure("mark")).grades(new GradeRule("best", "", first), grade("rest", null, null));
		assertThat(units("90 80").under(rules).scorecards()).extracting(Scorecard::grade, Scorecard::gradeReason)
			.hasToString("[(\"best\", \"1≤1\"), (\"rest\", \"\")]");
	}

	@Test
	void breaksTiesByOtherNodesAndPutsThoseWithoutThemLast() {
		Node root = weighted("total", part("50", figure("mark")), part("50", figure("other")));
		InputsSamples inputs = InputsSamples.unit("A").figure("mark", "80").figure("other", "60");
		inputs.and("B").figure("mark", "60").figure("other", "80").and("C").figure("other", "70");
		inputs.and("D").figure("mark", "60").figure("other", "80").and("E").figure("mark", "90").figure("other", "90");
		assertThat(inputs.under(root(root).tieBreakers("mark", "other")).scorecards())
			.extracting((card) -> card.unit() + card.rank())
			.containsExactly("E1", "A2", "B3", "D3", "C5");
		assertThat(inputs.under(root(root).tieBreakers("mark").dense()).scorecards())
			.extracting((card) -> card.unit() + card.rank())
			.containsExactly("E1", "A2", "B3", "D3", "C4");
	}

	@Test
	void listsUnitsApartAfterTheRankedOnesWithoutPlaceOrGrade() {
		Rules rules = root(figure("x")).apart("vertical", figure("mark"))
			.grades(grade("any", null, null))
			.tree("*", Set.of(), figure("mark"))
			.rules();
		Inputs inputs = new InputsSamples().in("vertical", "V")
			.figure("mark", "99")
			.in("g", "A")
			.figure("mark", "70")
			.inputs();
		assertThat(Scoring.score(rules, inputs).scorecards())
			.extracting((card) -> card.unit() + " " + card.rank() + " " + card.grade() + " " + card.apart())
			.containsExactly("V null  true", "A 1 any false");
	}

}

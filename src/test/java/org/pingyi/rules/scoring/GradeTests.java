package org.pingyi.rules.scoring;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.rules.scoring.AdjustmentRules.Veto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.grade;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.text;

/** Grades by threshold and by quota. */
class GradeTests {

	private static final RulesSamples SCHEME = root(figure("mark")).places(1)
		.grades(grade("excellent", "90", "30"), grade("good", "80", null), grade("rest", null, null))
		.adjustments(new AdjustmentRules(List.of(), List.of(), List.of(new Veto("veto", text("否决"), "good", false, "")),
				List.of(), List.of()));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			99 98 97 96 95 94 93 92 91 90 | excellent=3 good=7 rest=0
			99 98 97 97 95 94 93 92 91 90 | excellent=2 good=8 rest=0
			99 89 88 87 86 85 84 83 70 60 | excellent=1 good=7 rest=2
			99 98 97                      | excellent=0 good=3 rest=0
			99 99 99 99                   | excellent=0 good=4 rest=0
			99 98 97 96                   | excellent=1 good=3 rest=0
			""")
	void m12GivesAGradeToNoMoreThanItsShare(String marks, String expected) {
		InputsSamples inputs = new InputsSamples();
		String[] all = marks.split(" ");
		for (int i = 0; i < all.length; i++) {
			inputs.and("U" + i).figure("mark", all[i]);
		}
		List<String> grades = inputs.under(SCHEME).scorecards().stream().map(Scorecard::grade).toList();
		assertThat("excellent=" + count(grades, "excellent") + " good=" + count(grades, "good") + " rest="
				+ count(grades, "rest"))
			.isEqualTo(expected);
	}

	private static long count(List<String> grades, String grade) {
		return grades.stream().filter(grade::equals).count();
	}

	@Test
	void passesThePlaceOfAVetoedUnitOn() {
		InputsSamples inputs = InputsSamples.unit("A").figure("mark", "99").event("1", "veto");
		inputs.and("B").figure("mark", "98").and("C").figure("mark", "97").and("D").figure("mark", "96");
		assertThat(inputs.under(SCHEME).scorecards()).extracting((card) -> card.unit() + " " + card.grade())
			.containsExactly("A good", "B excellent", "C good", "D good");
	}

	@Test
	void saysHowTheGradeCameAbout() {
		InputsSamples inputs = InputsSamples.unit("A").figure("mark", "99");
		inputs.and("B").figure("mark", "98").and("C").figure("mark", "81").and("D").figure("mark", "60");
		assertThat(inputs.under(SCHEME).scorecards()).extracting(Scorecard::gradeReason)
			.containsExactly("99.0≥90; 1≤4×30%", "98.0≥80", "81.0≥80", "60.0<80");
	}

	@Test
	void countsTheShareOfEachGroupByItself() {
		InputsSamples inputs = new InputsSamples();
		for (int i = 0; i < 4; i++) {
			inputs.in("one", "A" + i).figure("mark", "9" + i).in("two", "B" + i).figure("mark", "9" + i);
		}
		assertThat(inputs.under(SCHEME).scorecards()).filteredOn((card) -> card.grade().equals("excellent"))
			.extracting(Scorecard::unit)
			.containsExactly("A3", "B3");
	}

}

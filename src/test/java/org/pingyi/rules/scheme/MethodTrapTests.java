package org.pingyi.rules.scheme;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scheme.check.Checks;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The traps of real rules: methods as they were published with a fault are refused when
 * they are frozen, by the value at fault; others are computed with both figures shown.
 */
class MethodTrapTests {

	/** A shipped method put back into the words in which it was published. */
	private static List<String> faults(String method, String mended, String published) {
		String document = VectorSamples.document(method);
		assertThat(document).contains(mended);
		return Checks.faults(SchemeFile.read(document.replace(mended, published)))
			.stream()
			.map(MethodTrapTests::fault)
			.toList();
	}

	private static String fault(Fault fault) {
		return fault.place() + " " + fault.key().replace("scheme.check.", "") + " " + fault.value();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					90-100, 80-90, 80 and below | "from": 90, "to": 100 | "from": 80, "to": 90 | "to": 80    | gradeOverlap 80, gradeOverlap 90
					90-100, 80-89, below 80     | "from": 90, "to": 100 | "from": 80, "to": 89 | "below": 80 | gradeGap 89.5
					90-100, 80-90, below 80     | "from": 90, "to": 100 | "from": 80, "below": 90 | "below": 80 | ''
					""")
	void gradesThatOverlapOrLeaveAGapAreRefusedByTheValue(String published, String first, String second, String third,
			String refused) {
		String document = VectorSamples.document("M08b")
			.replace("\"from\": 80", first)
			.replace("\"from\": 60, \"below\": 80", second)
			.replace("\"below\": 60", third);
		assertThat(Checks.faults(SchemeFile.read(document))
			.stream()
			.map((fault) -> fault.key().replace("scheme.check.", "") + " " + fault.value())).as(published)
			.containsExactlyElementsOf(refused.isEmpty() ? List.of() : List.of(refused.split(", ")));
	}

	@Test
	void m09AsItWasPublishedGivesTwoBandsToOneFigure() {
		String mended = "{\"node\": \"excellent-rate\", \"below\": 60}, {\"node\": \"low-rate\", \"from\": 33.3333333333}";
		assertThat(faults("M09", mended, "{\"node\": \"low-rate\", \"from\": 33.3333333333}"))
			.containsExactly("trees[0].root.parts[2].bands[5] bandOverlap 60 / 33.3333333333");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"from": 80, "below": 90 | "from": 80, "to": 90    | bandOverlap 90 / 0
			"from": 80, "below": 90 | "from": 80, "to": 89    | bandGap 89.5 / 0
			""")
	void m09WithAnotherEdgeIsRefusedByTheValue(String mended, String published, String refused) {
		assertThat(faults("M09", mended, published)).singleElement().asString().endsWith(refused);
	}

	@ParameterizedTest
	@CsvSource({ "网上评议满意度得分, 网上评议满意率", "Online satisfaction score, Online satisfaction rate" })
	void m05MayNotBeCalledARate(String mended, String published) {
		assertThat(faults("M05", mended, published)).singleElement().asString().contains(".name notARate");
		assertThat(VectorSamples.rules("M05").trees().getFirst().root().kind()).isEqualTo("ballotPoints");
	}

	@Test
	void aRateMayNotWeighAnswers() {
		String rate = VectorSamples.document("M10")
			.replace("\"kind\": \"ballotPoints\"", "\"kind\": \"ballotRate\", \"levels\": [1, 2]");
		assertThat(Checks.faults(SchemeFile.read(rate))).isEmpty();
		String weighs = rate.replaceFirst("\"code\": \"q1\"", "\"code\": \"q1\", \"weight\": 2");
		assertThat(Checks.faults(SchemeFile.read(weighs))).extracting(MethodTrapTests::fault)
			.containsExactly("trees[0].root.items rateWeighs ticks");
	}

	@Test
	void aCapOnBadMarksIsAllowed() {
		assertThat(VectorSamples.rules("M06").channel("ONLINE").orElseThrow().validity().shares()).hasSize(1);
		assertThat(Checks.faults(VectorSamples.rules("M06"))).isEmpty();
	}

	/** The published 95.45 % is of the calls that were answered, not of all tickets. */
	@ParameterizedTest
	@CsvSource({ "21, 22, 21÷22×100≈95.4545454545", "21, 40, 21÷40×100=52.5", "0, 0, 0≤0" })
	void aPercentageStatesItsBase(String content, String answered, String arithmetic) {
		Scorecard card = VectorSamples.of("hotline-callbacks")
			.unit("A", "content " + content + "; answered " + answered + "; contacts 1000")
			.card();
		assertThat(line(card.total(), "callback-rate").arithmetic()).isEqualTo(arithmetic);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			contacts 2000; counted 4 case own late                       | 4÷2000×1000=2 | −5×2+100=90
			contacts 2000; counted 2 case own timely + 3 case other late | 1÷2000×1000=0.5 | −5×0.5+100=97.5
			contacts 99; counted 4 case own late                         | 99<100        | ''
			""")
	void casesCountByTheVolumeAndByWhatTheUnitCaused(String counted, String rate, String points) {
		Scorecard card = VectorSamples.of("hotline-callbacks").unit("A", "content 9; answered 10; " + counted).card();
		assertThat(line(card.total(), "case-rate").arithmetic()).isEqualTo(rate);
		assertThat(line(card.total(), "cases").arithmetic()).isEqualTo(points);
	}

	@Test
	void aDefaultMarkForSilenceShowsWhatItAdds() {
		Scorecard card = VectorSamples.of("M16").unit("A", "SERVICE 12/4/2/1/1; issued SERVICE 100").card();
		assertThat(line(card.total(), "rating").parts()).extracting(Line::rule, Line::arithmetic)
			.containsExactly(tuple("active", "12×100+4×80+2×60+1×40+1×20=1700; 1700÷20"),
					tuple("silence", "+80; 85→65"));
		assertThat(line(card.total(), "negative-rate").parts()).extracting(Line::arithmetic)
			.containsExactly("2÷20×100", "+80; 10→2");
	}

	private static Line line(Line line, String node) {
		return line.all().filter((each) -> each.node().equals(node)).findFirst().orElseThrow();
	}

	/** Nine better units: the tenth is excellent in the third series only. */
	@ParameterizedTest
	@CsvSource({ "series-1, good", "series-3, excellent" })
	void aUnitThatChangesItsClassIsGradedInTheNewOne(String series, String grade) {
		VectorSamples year = VectorSamples.of("M12").unit("own", series, "score 80");
		IntStream.range(0, 9).forEach((unit) -> year.unit("better" + unit, series, "score 9" + unit));
		IntStream.range(0, 3).forEach((unit) -> year.unit("worse" + unit, series, "score 1" + unit));
		assertThat(card(year.outcome(), "own").grade()).isEqualTo(grade);
	}

	@ParameterizedTest
	@CsvSource({ "yellow, '[yellow, second-yellow]'", "basically, [yellow]" })
	void aYellowCardFollowsAUnitIntoItsNewClass(String lastYear, String marks) {
		VectorSamples year = VectorSamples.of("M02").unit("own", "party", "rating 62").lastYear(lastYear);
		IntStream.range(0, 9).forEach((unit) -> year.unit("other" + unit, "party", "rating 7" + unit));
		assertThat(card(year.outcome(), "own").marks()).hasToString(marks);
	}

	@ParameterizedTest
	@CsvSource({ "75, '[]'", "74.9, [yellow]" })
	void onlyABottomUnitBelowTheThresholdGetsACard(String rating, String marks) {
		VectorSamples year = VectorSamples.of("M02").unit("own", "rating " + rating);
		IntStream.range(0, 9).forEach((unit) -> year.unit("other" + unit, "rating 8" + unit));
		assertThat(card(year.outcome(), "own").marks()).hasToString(marks);
	}

	private static Scorecard card(Outcome outcome, String unit) {
		return outcome.scorecards().stream().filter((each) -> each.unit().equals(unit)).findFirst().orElseThrow();
	}

}

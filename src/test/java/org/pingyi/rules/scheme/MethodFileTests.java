package org.pingyi.rules.scheme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Counts;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.Validity;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The published figures of real cities' methods come out of the files that ship, by
 * nothing but the rules that the files state.
 */
class MethodFileTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			M02  | rating 86 + 84.5 + 83 + 87 + 84                         | score 84.9; grade fairly
			M02  | rating 85                                               | score 85; grade satisfied
			M02  | rating 84.999                                           | score 84.999; grade fairly
			M02  | rating 75                                               | score 75; grade fairly
			M02  | rating 74.999                                           | score 74.999; grade basically
			M02  | rating 60                                               | score 60; grade basically
			M02  | rating 59.999                                           | score 59.999; grade dissatisfied
			M03  | clients 91.2; supervisors 86; society 88.5; check 95    | questionnaire 89.225; score 90.9575
			M04  | satisfaction 10/5/5/30                                  | score 75
			M04  | satisfaction 0/0/0/30                                   | score 0; rank none
			M05  | online 0/0/0/7                                          | score 50
			M05  | online 40/30/20/10                                      | score 86.00
			M05  | online 0/0/9/0                                          | score 70
			M06  | online 40/20/20/25                                      | score 65
			M07  | base 80; commendation central                           | commendation 8; score 88; grade excellent
			M07  | base 80; commendation central; deduction dereliction    | score 83; grade good
			M07  | base 80; commendation province + ministry + bureau      | commendation 7.5
			M07  | base 80; commendation joint + joint-second              | commendation 3
			M07  | base 80; commendation central, ministry, province       | commendation 8
			M07  | base 80; investment signed                              | investment 1
			M07  | base 80; investment signed:5                            | investment 1.5
			M07  | base 80; investment signed:15                           | investment 2
			M07  | base 80; investment started:4 + started:9               | investment 5
			M07  | base 80; deduction criticised-central                   | score 65; grade fair
			M07  | base 80; deduction criticised-superior + criticised-city | deduction -15
			M07  | base 80; deduction slack-data + slack-supervision       | deduction -6
			M07b | base 80; commendation province + ministry               | commendation 5; score 85
			M07b | base 80; commendation province, ministry                | commendation 3
			M07b | base 80; ranking 4 first-place                          | ranking 15
			M08  | appearance 5 dirty-window                               | appearance 0; score 10
			M08  | appearance dirty-window; discipline late + quarrel      | appearance 1.5; discipline 6.5; score 8
			M08b | inspection 80                                           | grade pass
			M08b | inspection 79.99                                        | grade basic
			M08b | inspection 60                                           | grade basic
			M08b | inspection 59.99                                        | grade fail
			M10  | ticks 120/60/18/2                                       | score 89.8
			M10  | ticks 0/0/0/25                                          | score 40
			M10  | ticks 18/2 + 1/1/0/8                                    | score 82.0000
			M10b | leader 90.0; staff 85.25; team 89.6; extra 2 extra      | score 89.940
			M11  | daily 88; handlers 82; representatives 90               | score 85.36
			M15  | daily 92.5; social 88; meeting 90.2; scans 327/73       | scans 96.35; score 93.36
			M15  | daily 92.5; social 88; scans 327/73                     | score 93.7111
			""")
	void giveThePublishedFigures(String method, String counted, String expected) {
		Scorecard card = VectorSamples.of(method).unit("A", counted).card();
		assertThat(expected.split("; ")).allSatisfy((figure) -> assertFound(card, figure));
	}

	private static void assertFound(Scorecard card, String expected) {
		String[] words = expected.split(" ");
		String found = found(card, words[0]);
		boolean number = words[1].matches("-?[0-9.]+");
		assertThat(number ? plain(new BigDecimal(found)) : found).as(expected)
			.isEqualTo(number ? plain(new BigDecimal(words[1])) : words[1]);
	}

	/** The vectors have four decimals where they do not end before. */
	private static String plain(BigDecimal figure) {
		return figure.setScale(4, RoundingMode.HALF_UP).toPlainString();
	}

	private static String found(Scorecard card, String what) {
		return switch (what) {
			case "score" -> card.score().toPlainString();
			case "grade" -> card.grade();
			case "rank" -> Optional.ofNullable(card.rank()).map(String::valueOf).orElse("none");
			default -> (what.endsWith(".points") ? line(card, what.replace(".points", "")).points()
					: Optional.ofNullable(line(card, what).value()).orElseThrow())
				.toPlainString();
		};
	}

	/** A node's line, or what stands below it: {@code rating.active}. */
	private static Line line(Scorecard card, String what) {
		String[] names = what.split("\\.");
		Line line = card.total().all().filter((each) -> each.node().equals(names[0])).findFirst().orElseThrow();
		return (names.length == 1) ? line
				: line.parts().stream().filter((each) -> each.rule().equals(names[1])).findFirst().orElseThrow();
	}

	@ParameterizedTest
	@CsvSource({ "63, ''", "64, SHARE" })
	void m06RefusesASheetThatMarksMoreThanThreeInFiveDissatisfied(int dissatisfied, String broken) {
		Channel online = VectorSamples.rules("M06").channel("ONLINE").orElseThrow();
		List<List<Integer>> sheet = IntStream.range(0, 105)
			.mapToObj((unit) -> List.of((unit < dissatisfied) ? 3 : 1))
			.toList();
		assertThat(online.validity().breach(sheet).map(Validity.Breach::rule).map(Enum::name).orElse(""))
			.isEqualTo(broken);
	}

	@ParameterizedTest
	@CsvSource({ "952.4, 600.0000", "930, 585.8883", "700.15, 441.0857" })
	void m09MeasuresProjectsByTheBest(String own, String points) {
		Outcome outcome = VectorSamples.of("M09")
			.unit("best", "project-points 952.4")
			.unit("own", "project-points " + own)
			.outcome();
		assertFound(card(outcome, "own"), "projects " + points);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			LEADERS 1/3/7/5     | APPRAISAL 1/0/0/0           | leaders.points 188; score 988
			LEADERS 51/51/51/51 | APPRAISAL 1/0/0/0           | leaders.points 0; score 800
			LEADERS 60/70/80/99 | APPRAISAL 1/0/0/0           | leaders.points 0
			LEADERS 1/1/1/1     | APPRAISAL 90/10/0/0         | excellent-rate 90; appraisal 200; score 1000
			LEADERS 1/1/1/1     | APPRAISAL 8999/1001/0/0     | excellent-rate 89.99; appraisal 190
			LEADERS 1/1/1/1     | APPRAISAL 7999/2001/0/0     | appraisal 180
			LEADERS 1/1/1/1     | APPRAISAL 60/40/0/0         | appraisal 170
			LEADERS 1/1/1/1     | APPRAISAL 60/0/0/40         | low-rate 40; appraisal 170
			LEADERS 1/1/1/1     | APPRAISAL 1797/204/0/999    | excellent-rate 59.9; appraisal 160
			LEADERS 1/1/1/1     | APPRAISAL 1797/203/0/1000   | excellent-rate 59.9; appraisal 130
			""")
	void m09TurnsPlacesAndRatesIntoPoints(String leaders, String appraisal, String expected) {
		Scorecard card = VectorSamples.of("M09").unit("A", "project-points 1; " + leaders + "; " + appraisal).card();
		assertThat(expected.split("; ")).allSatisfy((figure) -> assertFound(card, figure));
	}

	@Test
	void m09LetsALeaderGiveEachPlaceOnce() {
		Channel leaders = VectorSamples.rules("M09").channel("LEADERS").orElseThrow();
		assertThat(leaders.validity().breach(List.of(List.of(1), List.of(2)))).isEmpty();
		assertThat(leaders.validity().breach(List.of(List.of(1), List.of(1)))).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "POOLED, 82.0000", "ITEM_MEANS, 74.0000" })
	void m10TellsThePotFromTheMeanOfItems(String average, String score) {
		String document = VectorSamples.document("M10").replace("POOLED", average);
		assertFound(VectorSamples.under(SchemeFile.read(document)).unit("A", "ticks 18/2 + 1/1/0/8").card(),
				"score " + score);
	}

	@Test
	void m12GradesEightyUnitsInThreeSeries() {
		VectorSamples year = VectorSamples.of("M12");
		IntStream.range(0, 80)
			.forEach((unit) -> year.unit("u" + unit, "series-" + (unit % 3 + 1), "score " + (95 - unit * 0.25)));
		Outcome outcome = year.outcome();
		assertThat(graded(outcome, "")).isEqualTo("27 excellent, 9 fair, 44 good");
		assertThat(graded(outcome, "series-1")).isEqualTo("9 excellent, 3 fair, 15 good");
		assertThat(graded(outcome, "series-2")).isEqualTo("8 excellent, 3 fair, 16 good");
		assertThat(graded(outcome, "series-3")).isEqualTo("10 excellent, 3 fair, 13 good");
	}

	private static String graded(Outcome outcome, String group) {
		return counted(
				outcome.scorecards().stream().filter((card) -> card.group().startsWith(group)).map(Scorecard::grade));
	}

	/** How often each word stands there: {@code 27 excellent, 9 fair}. */
	private static String counted(Stream<String> words) {
		Map<String, Long> counts = words.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((word) -> word.getValue() + " " + word.getKey())
			.collect(Collectors.joining(", "));
	}

	@ParameterizedTest
	@CsvSource({ "DENSE, '[1, 2, 2, 3]'", "COMPETITION, '[1, 2, 2, 4]'" })
	void m13LetsEqualScoresShareAPlace(String ties, String places) {
		Outcome outcome = VectorSamples.under(SchemeFile.read(VectorSamples.document("M13").replace("DENSE", ties)))
			.unit("A", "score 90")
			.unit("B", "score 88.7")
			.unit("C", "score 88.7")
			.unit("D", "score 88.0")
			.outcome();
		assertThat(outcome.scorecards()).extracting(Scorecard::rank).hasToString(places);
	}

	@ParameterizedTest
	@CsvSource({ "70.00, 80, ''", "69.99, 80, yellow", "65, 64, ''", "65, 65, ''" })
	void m14ShowsTheCardOnlyToTheLastOfTheWholeListBelow70(String own, String other, String mark) {
		Outcome outcome = VectorSamples.of("M14")
			.unit("A", "window", "review 90")
			.unit("own", "window", "review " + own)
			.unit("other", "party", "review " + other)
			.outcome();
		assertThat(String.join("", card(outcome, "own").marks())).isEqualTo(mark);
	}

	@Test
	void m15NamesTenBestAndTenWorstOf127() {
		VectorSamples year = VectorSamples.of("M15");
		IntStream.range(0, 127).forEach((unit) -> year.unit("u" + unit, "g" + unit % 4, "daily " + (99 - unit * 0.5)));
		Outcome outcome = year.outcome();
		assertThat(counted(outcome.scorecards().stream().flatMap((card) -> card.marks().stream())))
			.isEqualTo("10 ten-best, 10 ten-worst");
		assertThat(card(outcome, "u9").marks()).containsExactly("ten-best");
		assertThat(card(outcome, "u117").marks()).containsExactly("ten-worst");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SERVICE 12/4/2/1/1                     | rating 85; negative-rate 10; negative 0; score 85
			SERVICE 12/4/2/1/1; issued SERVICE 20  | rating 85; negative-rate 10; score 85
			SERVICE 12/4/2/1/1; issued SERVICE 100 | rating.active 85; rating 65; rating.silence -20; score 65
			SERVICE 12/4/2/1/1; issued SERVICE 100 | negative-rate.active 10; negative-rate 2; negative-rate.silence -8
			SERVICE 12/4/1/1/2                     | negative-rate 15; negative -5
			""")
	void m16KeepsSilenceApart(String counted, String expected) {
		Scorecard card = VectorSamples.of("M16").unit("A", counted).card();
		assertThat(expected.split("; ")).allSatisfy((figure) -> assertFound(card, figure));
	}

	@Test
	void m16PublishesWhatWasHandedOutAndReturned() {
		Line rating = line(VectorSamples.of("M16").unit("A", "SERVICE 12/4/2/1/1; issued SERVICE 100").card(),
				"rating");
		assertThat(rating.counts()).isEqualTo(new Counts(100L, 20L, 20L));
	}

	private static Scorecard card(Outcome outcome, String unit) {
		return outcome.scorecards().stream().filter((each) -> each.unit().equals(unit)).findFirst().orElseThrow();
	}

}

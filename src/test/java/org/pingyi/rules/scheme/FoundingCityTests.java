package org.pingyi.rules.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.rules.scheme.format.BuiltIn;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Inputs.Event;
import org.pingyi.rules.scoring.Inputs.Subject;
import org.pingyi.rules.scoring.Inputs.Tally;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.Scoring;

import static org.assertj.core.api.Assertions.assertThat;

/** The founding city's method as it ships, and what must hold whatever was counted. */
class FoundingCityTests {

	private static final Rules RULES = SchemeFile.read(BuiltIn.document("m01-founding-city").orElseThrow());

	private static final List<Set<String>> TRAITS = List.of(Set.of(), Set.of("WINDOW"), Set.of("AWARDS"),
			Set.of("WINDOW", "VERTICAL"), Set.of("VERTICAL"), Set.of("WINDOW", "AWARDS"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			WINDOW          | 30 | 85.50
			''              | 23 | 83.00
			VERTICAL,WINDOW | 30 | 86.50
			VERTICAL        | 23 | 84.50
			""")
	void weighsThePublicByWhetherPeopleComeToTheWindow(String traits, String people, String score) {
		Set<String> all = traits.isEmpty() ? Set.of() : Set.of(traits.split(","));
		List<Tally> tallies = new ArrayList<>();
		tallies.addAll(alike("ONLINE", "citizen", 10, 1));
		tallies.addAll(alike("WINDOW", "visitor", 10, 2));
		tallies.addAll(alike("GRASSROOTS", "grassroots", 5, 3));
		tallies.addAll(alike("LEADER", "leader", 5, 2));
		tallies.addAll(alike("SUPERIOR", "superior", 5, 1));
		tallies.addAll(alike("INSPECTION", "inspector", 1, 950));
		Inputs inputs = new Inputs(List.of(new Subject("A", "g", all)), tallies, List.of(), List.of(), List.of(),
				List.of());
		Scorecard card = Scoring.score(RULES, inputs).scorecards().get(0);
		assertThat(line(card.total(), "review").parts().get(0).points()).isEqualByComparingTo(people);
		assertThat(card.score()).hasToString(score);
	}

	/** The same answer of every rater to every item. */
	private static List<Tally> alike(String channel, String raters, long ballots, int code) {
		Questionnaire form = RULES.questionnaire(RULES.channel(channel).orElseThrow());
		List<Tally> tallies = new ArrayList<>();
		tallies.add(new Tally("A", channel, raters, 0, 0, 0, ballots));
		for (int item = 1; item <= form.items().size(); item++) {
			tallies.add(new Tally("A", channel, raters, 0, item, code, ballots));
		}
		return tallies;
	}

	private static Line line(Line line, String node) {
		return line.all().filter((any) -> any.node().equals(node)).findFirst().orElseThrow();
	}

	@Test
	void letsTheOnlineVoteNeverStandForThePublicAlone() {
		List<Tally> tallies = new ArrayList<>(alike("ONLINE", "citizen", 1000, 5));
		tallies.addAll(alike("INSPECTION", "inspector", 1, 900));
		Inputs inputs = new Inputs(List.of(new Subject("A", "g", Set.of("WINDOW"))), tallies, List.of(), List.of(),
				List.of(), List.of());
		assertThat(Scoring.score(RULES, inputs).scorecards().get(0).score()).hasToString("90.00");
	}

	@Test
	void leavesLocalChecksOutForVerticallyManagedUnits() {
		Inputs inputs = new Inputs(List.of(new Subject("A", "g", Set.of("VERTICAL"))),
				alike("INSPECTION", "inspector", 1, 800), List.of(), List.of(), List.of(), List.of());
		Scorecard card = Scoring.score(RULES, inputs).scorecards().get(0);
		assertThat(line(card.total(), "inspection").arithmetic()).contains("#1 ", "#4 ", "#5 ")
			.doesNotContain("i02 ", "i03 ", "i06 ");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 5, 8, 13, 21, 34, 55, 89 })
	void addsTheLinesOfEveryScorecardUp(long seed) {
		Outcome outcome = Scoring.score(RULES, inputs(new Random(seed), TRAITS));
		assertThat(outcome.scorecards()).hasSize(TRAITS.size()).allSatisfy((card) -> {
			assertThat(card.total().points()).isEqualByComparingTo(card.score());
			assertThat(leaves(card.total()).map(Line::points).reduce(BigDecimal.ZERO, BigDecimal::add))
				.isEqualByComparingTo(card.score());
			assertThat(card.total().all()).filteredOn((line) -> !line.parts().isEmpty())
				.allSatisfy((line) -> assertThat(
						line.parts().stream().map(Line::points).reduce(BigDecimal.ZERO, BigDecimal::add))
					.isEqualByComparingTo(line.points()));
		});
	}

	private static Stream<Line> leaves(Line line) {
		return line.all().filter((any) -> any.parts().isEmpty());
	}

	@ParameterizedTest
	@ValueSource(longs = { 4, 6, 7 })
	void givesTheSameBytesWhateverTheOrderOfInputs(long seed) {
		Inputs inputs = inputs(new Random(seed), TRAITS);
		String outcome = Scoring.score(RULES, inputs).toString();
		Random order = new Random(seed + 1);
		for (int i = 0; i < 5; i++) {
			Inputs shuffled = new Inputs(shuffled(inputs.subjects(), order), shuffled(inputs.tallies(), order),
					List.of(), shuffled(inputs.events(), order), List.of(), List.of());
			assertThat(Scoring.score(RULES, shuffled)).hasToString(outcome);
		}
	}

	@Test
	void leavesAGroupAloneWhateverAnotherGroupGets() {
		Inputs one = inputs(new Random(9), TRAITS);
		List<Subject> apart = one.subjects()
			.stream()
			.map((unit) -> unit.unit().equals("U0") ? new Subject("U0", "other", unit.traits()) : unit)
			.toList();
		List<Tally> worse = new ArrayList<>(
				one.tallies().stream().filter((tally) -> !tally.unit().equals("U0")).toList());
		assertThat(cards(new Inputs(apart, worse, List.of(), one.events(), List.of(), List.of())))
			.isEqualTo(cards(new Inputs(apart, one.tallies(), List.of(), one.events(), List.of(), List.of())))
			.hasSize(TRAITS.size() - 1);
	}

	private static List<Scorecard> cards(Inputs inputs) {
		return Scoring.score(RULES, inputs)
			.scorecards()
			.stream()
			.filter((card) -> !card.group().equals("other"))
			.toList();
	}

	private static <T> List<T> shuffled(List<T> list, Random random) {
		List<T> shuffled = new ArrayList<>(list);
		Collections.shuffle(shuffled, random);
		return shuffled;
	}

	/** Random ballots, marks and events, some of them too few to count. */
	private static Inputs inputs(Random random, List<Set<String>> traits) {
		List<Subject> subjects = new ArrayList<>();
		List<Tally> tallies = new ArrayList<>();
		List<Event> events = new ArrayList<>();
		for (int i = 0; i < traits.size(); i++) {
			String unit = "U" + i;
			subjects.add(new Subject(unit, "g", traits.get(i)));
			RULES.channels().forEach((channel) -> tallies.addAll(ballots(random, unit, channel)));
			RULES.adjustments()
				.bonuses()
				.stream()
				.filter((bonus) -> random.nextInt(3) == 0)
				.forEach((bonus) -> events.add(new Event(unit, "文件 " + random.nextInt(4), bonus.code(), "", "", 0)));
			RULES.adjustments()
				.deductions()
				.stream()
				.filter((deduction) -> random.nextInt(3) == 0)
				.forEach((deduction) -> events
					.add(new Event(unit, "案件 " + random.nextInt(99), deduction.code(), "shared", "timely", 0)));
		}
		return new Inputs(subjects, tallies, List.of(), events, List.of(), List.of());
	}

	private static List<Tally> ballots(Random random, String unit, Channel channel) {
		Questionnaire form = RULES.questionnaire(channel);
		int ballots = random.nextInt(25);
		List<Tally> tallies = new ArrayList<>();
		if (ballots > 0) {
			tallies.add(new Tally(unit, channel.code(), channel.raterClasses().get(0), 0, 0, 0, ballots));
		}
		for (int item = 1; item <= form.items().size(); item++) {
			for (int ballot = 0; ballot < ballots; ballot++) {
				tallies.add(new Tally(unit, channel.code(), channel.raterClasses().get(0), random.nextInt(3), item,
						answer(random, RULES.scale(form)), 1));
			}
		}
		return tallies;
	}

	private static int answer(Random random, Scale scale) {
		List<Integer> codes = scale.levels().stream().map(Level::code).toList();
		return codes.isEmpty() ? random.nextInt(1001) : codes.get(random.nextInt(codes.size()));
	}

}

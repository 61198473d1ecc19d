package org.pingyi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.pingyi.base.unit.Trait;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.Proposal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.Run;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Scorecard;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The founding city's year, counted twice: by the product, and here by SQL over the
 * sealed ballots and by arithmetic written from the method's text. Nothing below calls
 * the engine.
 */
@PingyiTest
class YearRecomputedTests {

	private static final MathContext EXACT = new MathContext(60);

	/**
	 * Sum and number of the valued answers to each item, unpacked from the sealed
	 * ballots.
	 */
	private static final String ITEMS = """
			with answer as (
				select unit_id, channel, item, ((case (item - 1) / 6 when 0 then a1 when 1 then a2 when 2 then a3 else a4 end)
					>> ((item - 1) % 6 * 10)) & 1023 as stored
				from ballot_sealed cross join generate_series(1, 24) as item where cycle_id = ?
			), marked as (
				select unit_id, channel, item, case
					when channel = 'INSPECTION' then (stored - 1) / 10.0
					when stored = 2 then 100 when stored = 3 then 80 when stored = 4 then 60
					when stored = 5 then 30 when stored = 6 then 0 end as points
				from answer where stored > 0
			)
			select unit_id, channel, item, sum(points) as total, count(points) as rated
			from marked where points is not null group by unit_id, channel, item order by item
			""";

	private static final String BALLOTS = """
			select unit_id, channel, count(*) as ballots from ballot_sealed where cycle_id = ? group by unit_id, channel
			""";

	private final JdbcTemplate jdbc;

	private final CycleSamples cycles;

	private final Cycles register;

	private final UnitSamples units;

	private final Ballots ballots;

	private final BallotForms forms;

	private final Adjustments adjustments;

	private final Results results;

	private final Random random = new Random(2026);

	YearRecomputedTests(JdbcTemplate jdbc, CycleSamples cycles, Cycles register, UnitSamples units, Ballots ballots,
			BallotForms forms, Adjustments adjustments, Results results) {
		this.jdbc = jdbc;
		this.cycles = cycles;
		this.register = register;
		this.units = units;
		this.ballots = ballots;
		this.forms = forms;
		this.adjustments = adjustments;
		this.results = results;
	}

	@Test
	void agreesWithTheMethodsTextToTheLastDigit() {
		Cycle cycle = year();
		List<Scorecard> counted = As.office(() -> {
			Run run = this.results.count(cycle.id());
			return this.results.outcome(run.id()).scorecards();
		});
		Map<String, Expected> expected = byHand(cycle);
		assertThat(counted).hasSize(expected.size());
		assertThat(counted).allSatisfy((card) -> {
			Expected own = expected.get(card.unit());
			assertThat(card.score().toPlainString()).as("score of " + card.unit())
				.isEqualTo(own.score().toPlainString());
			assertThat(card.rank()).as("rank of " + card.unit()).isEqualTo(own.rank());
			assertThat(card.grade()).as("grade of " + card.unit()).isEqualTo(own.grade());
		});
		assertThat(expected.values().stream().map(Expected::grade).distinct()).as("grades that the year covers")
			.contains("excellent", "good", "fair", "poor");
	}

	/** Ten units in four groups; the figures lead through every rule of the method. */
	private Cycle year() {
		this.units.city();
		this.units.registered("RSJ", "市人社局", "WIN", Trait.WINDOW, Trait.AWARDS);
		this.units.registered("ZJJ", "市住建局", "WIN", Trait.WINDOW);
		this.units.registered("YBJ", "市医保局", "WIN", Trait.WINDOW);
		this.units.registered("CZJ", "市财政局", "ADM", Trait.AWARDS);
		this.units.registered("QXJ", "市气象局", "VER", Trait.VERTICAL);
		Cycle cycle = this.cycles.opened();
		Map<String, Double> quality = Map.of("SWJ", 0.97, "GAJ", 0.72, "RSJ", 0.93, "ZJJ", 0.35, "YBJ", 0.80, "JYJ",
				0.88, "CZJ", 0.61, "ZZB", 0.90, "SWSWJ", 0.86, "QXJ", 0.77);
		for (Participant unit : this.register.participants(cycle.id())) {
			fill(cycle, unit, quality.get(unit.code()));
		}
		adjust(cycle);
		return this.cycles.close(cycle);
	}

	private void fill(Cycle cycle, Participant unit, double quality) {
		submit(cycle, unit, "ONLINE", unit.code().equals("ZZB") ? 9 : 23, quality);
		if (unit.traits().contains("WINDOW")) {
			submit(cycle, unit, "WINDOW", unit.code().equals("GAJ") ? 4 : 37, quality);
		}
		submit(cycle, unit, "GRASSROOTS", 8, quality);
		submit(cycle, unit, "LEADER", unit.code().equals("CZJ") ? 4 : 6, quality);
		submit(cycle, unit, "SUPERIOR", 5, quality);
		submit(cycle, unit, "INSPECTION", 1, quality);
	}

	private void submit(Cycle cycle, Participant unit, String channel, int number, double quality) {
		BallotForm form = this.forms.of(cycle.id(), channel);
		List<Submission> filled = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			Map<String, Integer> answers = new HashMap<>();
			for (Item item : form.questionnaire().items()) {
				answers.put(item.code(), channel.equals("INSPECTION") ? mark(quality) : level(quality));
			}
			filled.add(new Submission(cycle.id(), channel, unit.unit(), form.channel().raterClasses().getFirst(),
					"right:" + channel + i, UUID.randomUUID().toString(), answers, "", false));
		}
		this.ballots.submitAll(filled);
	}

	private int mark(double quality) {
		return (int) (600 + 400 * quality - this.random.nextInt(60));
	}

	private int level(double quality) {
		if (this.random.nextInt(12) == 0) {
			return 9;
		}
		double mood = quality + this.random.nextGaussian() * 0.12;
		return (mood > 0.85) ? 1 : (mood > 0.65) ? 2 : (mood > 0.5) ? 3 : (mood > 0.3) ? 4 : 5;
	}

	private void adjust(Cycle cycle) {
		approve(cycle, "RSJ", "ministry", "部发〔2026〕1号", "", "");
		approve(cycle, "RSJ", "province", "部发〔2026〕1号", "", "");
		approve(cycle, "RSJ", "city", "市发〔2026〕9号", "", "");
		approve(cycle, "CZJ", "central", "中发〔2026〕3号", "", "");
		approve(cycle, "CZJ", "ministry", "部发〔2026〕7号", "", "");
		approve(cycle, "YBJ", "attitude", "12345-1", "own", "timely");
		approve(cycle, "YBJ", "charging", "12345-2", "shared", "well");
		approve(cycle, "YBJ", "security", "12345-3", "other", "none");
		for (int i = 0; i < 3; i++) {
			approve(cycle, "QXJ", "exposed-province", "通报" + i, "own", "late");
		}
		approve(cycle, "ZJJ", "falsification", "纪要〔2026〕2号", "", "");
	}

	private void approve(Cycle cycle, String unit, String rule, String document, String cause, String handling) {
		long number = this.register.participants(cycle.id())
			.stream()
			.filter((any) -> any.code().equals(unit))
			.findFirst()
			.orElseThrow()
			.unit();
		long proposed = As.office(() -> this.adjustments.propose(new Proposal(cycle.id(), number, rule, document,
				LocalDate.of(2026, 11, 2), cause, handling, "见所附文件", "desk")));
		As.secondOffice(() -> {
			this.adjustments.approve(this.adjustments.find(proposed).seen(), "");
			return null;
		});
	}

	private Map<String, Expected> byHand(Cycle cycle) {
		Map<Long, Map<String, BigDecimal>> channels = channels(cycle);
		Map<String, BigDecimal> scores = new LinkedHashMap<>();
		List<Participant> participants = this.register.participants(cycle.id());
		participants.forEach((unit) -> scores.put(unit.code(),
				base(unit, channels.get(unit.unit())).add(adjustment(unit.code())).setScale(2, RoundingMode.HALF_UP)));
		Map<String, Expected> expected = new HashMap<>();
		participants.forEach((unit) -> expected.put(unit.code(), expected(unit, participants, scores)));
		return expected;
	}

	/**
	 * Method: a channel with fewer than 10 ballots, 5 of invited people, does not count;
	 * the mean of each item over the answers that have a value, then the mean of the
	 * items by their weights, rounded to 4 places.
	 */
	private Map<Long, Map<String, BigDecimal>> channels(Cycle cycle) {
		Map<String, Integer> least = Map.of("ONLINE", 10, "WINDOW", 10, "GRASSROOTS", 5, "LEADER", 5, "SUPERIOR", 5,
				"INSPECTION", 1);
		Map<Long, Map<String, BigDecimal>> points = new HashMap<>();
		this.jdbc.query(BALLOTS, (row) -> {
			String channel = row.getString("channel");
			if (row.getInt("ballots") >= least.get(channel)) {
				long unit = row.getLong("unit_id");
				points.computeIfAbsent(unit, (any) -> new HashMap<>()).put(channel, mean(cycle, unit, channel));
			}
		}, cycle.id());
		return points;
	}

	private BigDecimal mean(Cycle cycle, long unit, String channel) {
		boolean vertical = this.register.participants(cycle.id())
			.stream()
			.anyMatch((any) -> any.unit() == unit && any.traits().contains("VERTICAL"));
		BigDecimal[] sums = { BigDecimal.ZERO, BigDecimal.ZERO };
		this.jdbc.query("select * from (" + ITEMS + ") as items where unit_id = ? and channel = ?", (row) -> {
			BigDecimal weight = weight(channel, row.getInt("item"), vertical);
			BigDecimal itemMean = row.getBigDecimal("total").divide(row.getBigDecimal("rated"), EXACT);
			sums[0] = sums[0].add(weight.multiply(itemMean, EXACT), EXACT);
			sums[1] = sums[1].add(weight);
		}, cycle.id(), unit, channel);
		return sums[0].divide(sums[1], EXACT).setScale(4, RoundingMode.HALF_UP);
	}

	/**
	 * Method: six merged checks weigh 30, 15, 15, 20, 10, 10; managed from above 30, 20,
	 * 10.
	 */
	private static BigDecimal weight(String channel, int item, boolean vertical) {
		if (!channel.equals("INSPECTION")) {
			return BigDecimal.ONE;
		}
		int[] weights = vertical ? new int[] { 30, 0, 0, 20, 10, 0 } : new int[] { 30, 15, 15, 20, 10, 10 };
		return BigDecimal.valueOf(weights[item - 1]);
	}

	/** Method: review 70 (public 40 at windows, else 35), inspection 30. */
	private static BigDecimal base(Participant unit, Map<String, BigDecimal> channels) {
		boolean window = unit.traits().contains("WINDOW");
		boolean vertical = unit.traits().contains("VERTICAL");
		Map<String, String> asked = window ? Map.of("ONLINE", "5", "WINDOW", "20", "GRASSROOTS", "15")
				: Map.of("ONLINE", "5", "GRASSROOTS", "30");
		String invited = window ? "15" : "17.5";
		Map<String, BigDecimal> parts = new HashMap<>(channels);
		parts.put("PUBLIC", shared(asked, channels));
		BigDecimal review = shared(Map.of("PUBLIC", window ? "40" : "35", "LEADER", vertical ? "10" : invited,
				"SUPERIOR", vertical ? (window ? "20" : "25") : invited), parts);
		return review.multiply(new BigDecimal("0.70"))
			.add(channels.get("INSPECTION").multiply(new BigDecimal("0.30")), EXACT);
	}

	/**
	 * The mean by weights of what there is: a missing part's weight goes to the others.
	 */
	private static BigDecimal shared(Map<String, String> weights, Map<String, BigDecimal> values) {
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal all = BigDecimal.ZERO;
		for (Map.Entry<String, String> part : weights.entrySet()) {
			BigDecimal value = values.get(part.getKey());
			if (value != null) {
				BigDecimal weight = new BigDecimal(part.getValue());
				sum = sum.add(weight.multiply(value, EXACT), EXACT);
				all = all.add(weight);
			}
		}
		return sum.divide(all, EXACT);
	}

	/**
	 * Method: a document counts once at its highest level, all bonuses at most 3; points
	 * x fault x handling, all deductions at most 5.
	 */
	private static BigDecimal adjustment(String unit) {
		return new BigDecimal(switch (unit) {
			case "RSJ" -> "2.5"; // 2 + 0.5; the province's 1.5 rests on the same document
			case "CZJ" -> "3"; // 3 + 2, capped
			case "YBJ" -> "-0.35"; // 0.5 x 1 x 0.5 + 1 x 0.5 x 0.2 + 1 x 0 x 1
			case "QXJ" -> "-5"; // 3 x 2, capped
			default -> "0";
		});
	}

	private static Expected expected(Participant unit, List<Participant> all, Map<String, BigDecimal> scores) {
		BigDecimal own = scores.get(unit.code());
		List<BigDecimal> group = all.stream()
			.filter((other) -> other.group().equals(unit.group()))
			.map((other) -> scores.get(other.code()))
			.sorted(Comparator.reverseOrder())
			.toList();
		int rank = 1 + (int) group.stream().filter((score) -> score.compareTo(own) > 0).count();
		return new Expected(own, rank, grade(unit.code(), own, rank, group.size()));
	}

	/**
	 * Method: from 90 and within the best 30 % excellent, from 80 good, from 60 fair,
	 * else poor.
	 */
	private static String grade(String unit, BigDecimal score, int rank, int size) {
		String grade = (atLeast(score, 90) && rank <= size * 30 / 100) ? "excellent"
				: atLeast(score, 80) ? "good" : atLeast(score, 60) ? "fair" : "poor";
		boolean vetoed = unit.equals("ZJJ"); // at best fair
		return (vetoed && !grade.equals("poor")) ? "fair" : grade;
	}

	private static boolean atLeast(BigDecimal score, int edge) {
		return score.compareTo(BigDecimal.valueOf(edge)) >= 0;
	}

	/** What the method's text gives a unit. */
	private record Expected(BigDecimal score, int rank, String grade) {
	}

}

package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.pingyi.rules.scoring.AdjustmentRules.Bonus;
import org.pingyi.rules.scoring.AdjustmentRules.Deduction;
import org.pingyi.rules.scoring.AdjustmentRules.Each;
import org.pingyi.rules.scoring.AdjustmentRules.Factor;
import org.pingyi.rules.scoring.Node.Missing;
import org.pingyi.rules.scoring.Poll.Average;
import org.pingyi.rules.scoring.Poll.Centre;

import static org.pingyi.rules.scoring.RulesSamples.decimal;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.part;
import static org.pingyi.rules.scoring.RulesSamples.text;
import static org.pingyi.rules.scoring.RulesSamples.weighted;
import static org.pingyi.rules.scoring.RulesSamples.weightedTo;

/**
 * The scheme of a large city: a tree of 40 nodes, 20 of which count the ballots of five
 * channels, on forms of 20 items.
 */
final class LargeCityRules {

	static final List<String> CHANNELS = List.of("ONLINE", "WINDOW", "LEADER", "PEER", "VISIT");

	static final int ITEMS = 20;

	/** Five levels and 不了解. */
	static final List<Integer> CODES = List.of(1, 2, 3, 4, 5, 9);

	static final List<String> FIGURES = List.of("cases", "contacts", "calls", "files");

	private static final List<String> POINTS = List.of("100", "85", "70", "60", "0");

	private LargeCityRules() {
	}

	static Rules rules() {
		Tree tree = new Tree(text("全部单位"), List.of(Tree.REST), Set.of(), false, total());
		return new Rules(text("大城市"), "", List.of(), List.of(scale()), List.of(form("alike", 1), form("weighed", 3)),
				List.of(), CHANNELS.stream().map(LargeCityRules::channel).toList(), adjustments(), List.of(tree),
				ranking());
	}

	private static Scale scale() {
		List<Level> levels = CODES.stream()
			.map((code) -> (code == 9) ? new Level(code, text("不了解"), null, true, false, false)
					: new Level(code, text("L" + code), decimal(POINTS.get(code - 1)), false, code < 3, code > 3))
			.toList();
		return new Scale("five", levels, Node.HUNDRED, null);
	}

	private static Questionnaire form(String code, int heaviest) {
		List<Item> items = IntStream.rangeClosed(1, ITEMS)
			.mapToObj((number) -> new Item("i" + number, text("类"), text("题" + number), "",
					BigDecimal.valueOf(1 + number % heaviest)))
			.toList();
		return new Questionnaire(code, text("问卷"), "five", items);
	}

	static List<String> classes(String channel) {
		return List.of(channel + "-1", channel + "-2");
	}

	private static Channel channel(String code) {
		Set<String> traits = code.equals("WINDOW") ? Set.of("WINDOW") : Set.of();
		return new Channel(code, text(code), Door.REVIEW, code.equals("VISIT") ? "weighed" : "alike", classes(code),
				traits, List.of(), Validity.ANY, "", List.of());
	}

	private static Node total() {
		return new Compound.PointsSum(head("total"), null, decimal("105"),
				List.of(weighted("base", part("25", section("ONLINE")), part("20", section("WINDOW")),
						part("20", section("LEADER")), part("10", section("PEER")), part("15", section("VISIT")),
						part("10", office())), ledger("bonus", "award"), ledger("deduction", "delay")));
	}

	/** One class, the other, both with trimmed means, and a rate. */
	private static Node section(String channel) {
		List<String> classes = classes(channel);
		Node one = points(channel + ".a", channel, classes.subList(0, 1), Average.ITEM_MEANS, Centre.MEAN, null);
		Node other = points(channel + ".b", channel, classes.subList(1, 2), Average.ITEM_MEANS, Centre.MEAN, null);
		Node both = points(channel + ".c", channel, List.of(),
				channel.equals("PEER") ? Average.POOLED : Average.ITEM_MEANS,
				channel.equals("LEADER") ? Centre.MEDIAN : Centre.MEAN, new Trim(null, decimal("5"), 20));
		Node rate = new Poll.BallotRate(head(channel + ".d", Missing.SHARE_OUT, 2), sample(channel, List.of()),
				Average.POOLED, List.of(1, 2));
		return channel.equals("PEER")
				? new Compound.Statistic(head(channel), Compound.Take.MEAN, new Trim(1L, null, 4),
						List.of(one, other, both, rate))
				: weighted(channel, part("40", one), part("30", other), part("20", both), part("10", rate));
	}

	private static Node points(String code, String channel, List<String> classes, Average average, Centre centre,
			Trim trim) {
		return new Poll.BallotPoints(head(code, Missing.GROUP_MEAN, 4), sample(channel, classes), average, centre,
				trim);
	}

	private static Poll.Sample sample(String channel, List<String> classes) {
		Integer silence = channel.equals("ONLINE") ? 3 : null;
		return new Poll.Sample(channel, classes, List.of(), 5, null, Poll.Below.MISSING, silence);
	}

	/** What is on record, in points of the whole. */
	private static Node office() {
		Node ratio = new Conversion.Ratio(head("cases.rate"), Node.HUNDRED, BigDecimal.ZERO,
				List.of(figure("cases"), figure("contacts")));
		Node best = new Conversion.RatioToBest(head("best", Missing.GROUP_MEAN, 4), Node.HUNDRED, false,
				List.of(ratio));
		Node bands = new Conversion.Bands(head("bands"), List.of(figure("calls")), List.of(band("100", "80", null),
				band("80", "50", "80"), band("40", "20", "50"), band("0", null, "20")));
		Node places = new Conversion.RankPoints(head("places"), new Ladder(Node.HUNDRED, decimal("0.5"), decimal("20")),
				true, List.of(new Source.EventCount(head("faults"), List.of("delay"), true)));
		Node line = new Conversion.Linear(head("line"), decimal("-0.5"), Node.HUNDRED, decimal("60"), Node.HUNDRED,
				List.of(figure("files")));
		return weightedTo("10", "office", part("4", best), part("2", bands), part("2", places), part("2", line));
	}

	private static Node figure(String key) {
		return new Source.Figure(head(key), key, null, Node.HUNDRED);
	}

	private static Conversion.Band band(String points, String from, String below) {
		Range range = new Range((from != null) ? decimal(from) : null, null, null,
				(below != null) ? decimal(below) : null);
		return new Conversion.Band(decimal(points), List.of(new Conversion.Condition("", range)));
	}

	private static Node ledger(String code, String rule) {
		return new Source.Ledger(head(code, Missing.ZERO, null), List.of(rule), BigDecimal.ZERO, null, decimal("3"),
				true);
	}

	private static AdjustmentRules adjustments() {
		Each each = new Each(decimal("0.5"), text("次"));
		return new AdjustmentRules(List.of(new Bonus("award", text("表彰"), decimal("1"), each, null, List.of(), 0, "")),
				List.of(new Deduction("delay", text("拖延"), decimal("2"), each, decimal("2.5"), "")), List.of(),
				List.of(new Factor("own", text("本单位"), BigDecimal.ONE)),
				List.of(new Factor("timely", text("按期"), decimal("0.5"))));
	}

	private static Ranking ranking() {
		When last = new When(List.of(), List.of(), List.of(), List.of(), null, "", Range.ALL, List.of(),
				new When.Quota(When.End.LAST, null, decimal("2"), Rounding.UP, false));
		return new Ranking(2, Ranking.Ties.COMPETITION, List.of("LEADER", "ONLINE"),
				List.of(new Grade("excellent", text("优")), new Grade("good", text("良")), new Grade("fair", text("中")),
						new Grade("rest", text("差"))),
				List.of(RulesSamples.grade("excellent", "60", "20"), RulesSamples.grade("good", "55", "40"),
						RulesSamples.grade("fair", "50", null), RulesSamples.grade("rest", null, null)),
				List.of(new Ranking.Mark("yellow", text("黄牌"), "", last)));
	}

}

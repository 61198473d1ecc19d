package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.Poll.Average;
import org.pingyi.rules.scoring.Ranking.GradeRule;
import org.pingyi.rules.scoring.Ranking.Mark;
import org.pingyi.rules.scoring.When.Quota;
import org.pingyi.rules.scoring.Node.Missing;

/** Small rules for tests, said in few words. */
public final class RulesSamples {

	static final AdjustmentRules NO_ADJUSTMENTS = new AdjustmentRules(List.of(), List.of(), List.of(), List.of(),
			List.of());

	private Node root = figure("mark");

	private List<Level> levels = List.of();

	private List<BigDecimal> itemWeights = List.of(BigDecimal.ONE);

	private AdjustmentRules adjustments = NO_ADJUSTMENTS;

	private int places = 4;

	private Ranking.Ties ties = Ranking.Ties.COMPETITION;

	private List<GradeRule> gradeRules = List.of();

	private List<Mark> marks = List.of();

	private List<String> tieBreakers = List.of();

	private final List<Tree> trees = new ArrayList<>();

	private final List<Treatment> treatments = new ArrayList<>();

	private Set<String> channelTraits = Set.of();

	private BigDecimal maximum = Node.HUNDRED;

	private @Nullable Ladder ladder;

	public static RulesSamples root(Node root) {
		RulesSamples sample = new RulesSamples();
		sample.root = root;
		return sample;
	}

	/** Levels from the best, worth these points, coded from 1; "-" has no value. */
	RulesSamples levels(String... points) {
		this.levels = IntStream.range(0, points.length)
			.mapToObj((i) -> new Level(i + 1, text("L" + (i + 1)), points[i].equals("-") ? null : decimal(points[i]),
					points[i].equals("-"), false, false))
			.toList();
		return this;
	}

	RulesSamples maximum(String maximum) {
		this.maximum = decimal(maximum);
		return this;
	}

	RulesSamples items(String... weights) {
		this.itemWeights = Arrays.stream(weights).map(RulesSamples::decimal).toList();
		return this;
	}

	RulesSamples adjustments(AdjustmentRules adjustments) {
		this.adjustments = adjustments;
		return this;
	}

	RulesSamples places(int places) {
		this.places = places;
		return this;
	}

	RulesSamples dense() {
		this.ties = Ranking.Ties.DENSE;
		return this;
	}

	/** The grades that the rules give, in their order. */
	RulesSamples grades(GradeRule... rules) {
		this.gradeRules = List.of(rules);
		return this;
	}

	RulesSamples marks(Mark... rules) {
		this.marks = List.of(rules);
		return this;
	}

	RulesSamples tieBreakers(String... nodes) {
		this.tieBreakers = List.of(nodes);
		return this;
	}

	RulesSamples places(Ladder steps) {
		this.ladder = steps;
		return this;
	}

	/** What the channel does with ballots that carry a signal. */
	RulesSamples treats(Signal signal, Treatment.Effect effect, @Nullable String weight) {
		this.treatments.add(new Treatment(signal, effect, (weight != null) ? decimal(weight) : null, ""));
		return this;
	}

	RulesSamples channelTraits(String... traits) {
		this.channelTraits = Set.of(traits);
		return this;
	}

	public RulesSamples tree(String group, Set<String> traits, Node node) {
		this.trees.add(new Tree(text("tree"), List.of(group), traits, false, node));
		return this;
	}

	/** Measures a group without ranking it. */
	RulesSamples apart(String group, Node node) {
		this.trees.add(new Tree(text("apart"), List.of(group), Set.of(), true, node));
		return this;
	}

	/** One form with items i1, i2, ... that the channel {@code C} asks. */
	public Rules rules() {
		List<Item> items = IntStream.range(0, this.itemWeights.size())
			.mapToObj((i) -> new Item("i" + (i + 1), text("category"), text("item"), "", this.itemWeights.get(i)))
			.toList();
		List<Tree> all = this.trees.isEmpty()
				? List.of(new Tree(text("all"), List.of(Tree.REST), Set.of(), false, this.root)) : this.trees;
		return new Rules(text("rules"), "", List.of(),
				List.of(new Scale("scale", this.levels, this.maximum, this.ladder)),
				List.of(new Questionnaire("form", text("form"), "scale", items)), List.of(),
				List.of(new Channel("C", text("C"), Door.VOTE, "form", List.of("citizen"), this.channelTraits,
						List.of(), Validity.ANY, "", this.treatments)),
				this.adjustments, all,
				new Ranking(this.places, this.ties, this.tieBreakers, grades(), this.gradeRules, this.marks));
	}

	private List<Grade> grades() {
		return this.gradeRules.stream()
			.map(GradeRule::grade)
			.distinct()
			.map((code) -> new Grade(code, text(code)))
			.toList();
	}

	static Text text(String zh) {
		return new Text(zh, null);
	}

	static BigDecimal decimal(String value) {
		return new BigDecimal(value);
	}

	public static Node.Head head(String code) {
		return head(code, Missing.SHARE_OUT, null);
	}

	static Node.Head head(String code, Missing missing, @Nullable Integer places, String... traits) {
		return new Node.Head(code, text(code), "", Set.of(traits), missing, places, Rounding.HALF_UP);
	}

	public static Node figure(String code) {
		return figure(code, Missing.SHARE_OUT);
	}

	static Node figure(String code, Missing missing) {
		return new Source.Figure(head(code, missing, null), code, null, null);
	}

	static Compound.Weighted part(String weight, Node node) {
		return new Compound.Weighted(decimal(weight), null, node);
	}

	static Compound.Weighted bounded(String weight, String most, Node node) {
		return new Compound.Weighted(decimal(weight), decimal(most), node);
	}

	static Node weighted(String code, Compound.Weighted... parts) {
		return weightedTo("100", code, parts);
	}

	static Node weightedTo(String total, String code, Compound.Weighted... parts) {
		return new Compound.WeightedSum(head(code), decimal(total), List.of(parts));
	}

	static Node points(String code, Node... parts) {
		return new Compound.PointsSum(head(code), null, null, List.of(parts));
	}

	static Node ballots(String code, Average average, String... raterClasses) {
		return ballots(head(code), average, 1, raterClasses);
	}

	public static Node ballots(Node.Head head, Average average, long minimum, String... raterClasses) {
		return new Poll.BallotPoints(head, sample(minimum, raterClasses), average, Poll.Centre.MEAN, null);
	}

	static Poll.Sample sample(long minimum, String... raterClasses) {
		return new Poll.Sample("C", List.of(raterClasses), List.of(), minimum, null, Poll.Below.MISSING, null);
	}

	static GradeRule grade(String code, @Nullable String from, @Nullable String share) {
		Range range = new Range((from != null) ? decimal(from) : null, null, null, null);
		Quota quota = (share != null) ? new Quota(When.End.FIRST, null, decimal(share), Rounding.DOWN, false) : null;
		return new GradeRule(code, "",
				new When(List.of(), List.of(), List.of(), List.of(), null, "", range, List.of(), quota));
	}

}

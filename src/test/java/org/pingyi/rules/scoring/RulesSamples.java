package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.Node.Average;
import org.pingyi.rules.scoring.Node.Missing;

/** Small rules for tests, said in few words. */
final class RulesSamples {

	static final AdjustmentRules NO_ADJUSTMENTS = new AdjustmentRules(List.of(), List.of(), List.of(), List.of(),
			List.of());

	private Node root = figure("mark");

	private List<Level> levels = List.of();

	private List<BigDecimal> itemWeights = List.of(BigDecimal.ONE);

	private AdjustmentRules adjustments = NO_ADJUSTMENTS;

	private int places = 4;

	private Ranking.Ties ties = Ranking.Ties.COMPETITION;

	private List<Grade> grades = List.of();

	private final List<Tree> trees = new ArrayList<>();

	private Set<String> channelTraits = Set.of();

	private BigDecimal maximum = Node.HUNDRED;

	static RulesSamples root(Node root) {
		RulesSamples sample = new RulesSamples();
		sample.root = root;
		return sample;
	}

	/** Levels from the best, worth these points, coded from 1; "-" has no value. */
	RulesSamples levels(String... points) {
		this.levels = IntStream.range(0, points.length)
			.mapToObj((i) -> new Level(i + 1, text("L" + (i + 1)), points[i].equals("-") ? null : decimal(points[i]),
					false, false))
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

	RulesSamples grades(Grade... grades) {
		this.grades = List.of(grades);
		return this;
	}

	RulesSamples channelTraits(String... traits) {
		this.channelTraits = Set.of(traits);
		return this;
	}

	RulesSamples tree(String group, Set<String> traits, Node node) {
		this.trees.add(new Tree(text("tree"), List.of(group), traits, node));
		return this;
	}

	/** One form with items i1, i2, ... that the channel {@code C} asks. */
	Rules rules() {
		List<Item> items = IntStream.range(0, this.itemWeights.size())
			.mapToObj((i) -> new Item("i" + (i + 1), text("category"), text("item"), "", this.itemWeights.get(i)))
			.toList();
		List<Tree> all = this.trees.isEmpty() ? List.of(new Tree(text("all"), List.of(Tree.REST), Set.of(), this.root))
				: this.trees;
		return new Rules(text("rules"), "", List.of(), List.of(new Scale("scale", this.levels, this.maximum)),
				List.of(new Questionnaire("form", text("form"), "scale", items)), List.of(),
				List.of(new Channel("C", text("C"), Door.VOTE, "form", List.of("citizen"), this.channelTraits, "")),
				this.adjustments, all, new Ranking(this.places, this.ties, this.grades));
	}

	static Text text(String zh) {
		return new Text(zh, null);
	}

	static BigDecimal decimal(String value) {
		return new BigDecimal(value);
	}

	static Node.Head head(String code) {
		return head(code, Missing.SHARE_OUT, null);
	}

	static Node.Head head(String code, Missing missing, @Nullable Integer places, String... traits) {
		return new Node.Head(code, text(code), "", Set.of(traits), missing, places);
	}

	static Node figure(String code) {
		return figure(code, Missing.SHARE_OUT);
	}

	static Node figure(String code, Missing missing) {
		return new Node.Figure(head(code, missing, null), code);
	}

	static Node.Weighted part(String weight, Node node) {
		return new Node.Weighted(decimal(weight), null, node);
	}

	static Node.Weighted bounded(String weight, String most, Node node) {
		return new Node.Weighted(decimal(weight), decimal(most), node);
	}

	static Node weighted(String code, Node.Weighted... parts) {
		return weightedTo("100", code, parts);
	}

	static Node weightedTo(String total, String code, Node.Weighted... parts) {
		return new Node.WeightedSum(head(code), decimal(total), List.of(parts));
	}

	static Node points(String code, Node... parts) {
		return new Node.PointsSum(head(code), List.of(parts));
	}

	static Node ballots(String code, Average average, String... raterClasses) {
		return ballots(head(code), average, 1, raterClasses);
	}

	static Node ballots(Node.Head head, Average average, long minimum, String... raterClasses) {
		return new Node.BallotPoints(head, "C", average, List.of(raterClasses), List.of(), minimum);
	}

	static Grade grade(String code, @Nullable String from, @Nullable String share) {
		return new Grade(code, text(code), (from != null) ? decimal(from) : null,
				(share != null) ? decimal(share) : null);
	}

}

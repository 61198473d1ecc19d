package org.pingyi.rules.scheme.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.AdjustmentRules;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Source;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Grade;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Ranking;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Text;
import org.pingyi.rules.scoring.Tree;

import org.springframework.stereotype.Component;

/** Lays a scheme out for reading; templates know it as {@code @outline}. */
@Component
class Outline {

	private static final int PLACES = 4;

	/**
	 * A node and the most that it brings to the score.
	 *
	 * @param points the most that it brings, or null where it is added as it is
	 * @param most the most that this may grow to when others share out, or null
	 */
	public record Branch(Node node, @Nullable BigDecimal points, @Nullable BigDecimal most, List<Branch> parts) {
	}

	/** A tree from its root. */
	public Branch of(Tree tree) {
		return branch(tree.root(), tree.root().full(), null);
	}

	private static Branch branch(Node node, @Nullable BigDecimal points, @Nullable BigDecimal most) {
		return new Branch(node, points, most, switch (node) {
			case Compound.WeightedSum sum -> sum.parts().stream().map((part) -> branch(part, sum, points)).toList();
			case Compound.PointsSum sum -> sum.parts().stream().map((part) -> branch(part, added(part), null)).toList();
			case Compound.Product product -> unweighted(product);
			case Compound.Statistic statistic -> unweighted(statistic);
			case Conversion conversion -> unweighted(conversion);
			case Poll poll -> unweighted(poll);
			case Source source -> unweighted(source);
		});
	}

	/** Of parts that do not add up to the whole nobody can say how much each brings. */
	private static List<Branch> unweighted(Node node) {
		return node.children().stream().map((part) -> branch(part, null, null)).toList();
	}

	private static Branch branch(Compound.Weighted part, Compound.WeightedSum sum, @Nullable BigDecimal points) {
		BigDecimal whole = (points != null) ? points : sum.total();
		BigDecimal most = part.mostWeight();
		return branch(part.node(), portion(part.weight(), whole, sum),
				(most != null) ? portion(most, whole, sum) : null);
	}

	/** What is on record has no full mark where it is added as it is. */
	private static @Nullable BigDecimal added(Node part) {
		boolean open = part instanceof Source && part.full().compareTo(Node.HUNDRED) == 0;
		return open ? null : part.full();
	}

	/** A draft may still have a total of 0: then a weight stands for itself. */
	private static BigDecimal portion(BigDecimal weight, BigDecimal whole, Compound.WeightedSum sum) {
		if (sum.total().signum() == 0) {
			return weight;
		}
		BigDecimal stripped = weight.multiply(whole)
			.divide(sum.total(), PLACES, RoundingMode.HALF_UP)
			.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	/** Whether a node counts ballots. */
	public boolean polls(Node node) {
		return node instanceof Poll;
	}

	/** The form of a channel, or null where a draft has none yet. */
	public @Nullable Questionnaire form(Rules rules, Channel channel) {
		return rules.questionnaires()
			.stream()
			.filter((form) -> form.code().equals(channel.questionnaire()))
			.findFirst()
			.orElse(null);
	}

	/** The scale that a form is answered on, or null where a draft has none yet. */
	public @Nullable Scale scale(Rules rules, @Nullable Questionnaire form) {
		return rules.scales()
			.stream()
			.filter((scale) -> form != null && scale.code().equals(form.scale()))
			.findFirst()
			.orElse(null);
	}

	/** The name of a channel that a node counts. */
	public Text channel(Rules rules, String code) {
		return rules.channel(code).map(Channel::name).orElse(new Text(code, null));
	}

	/** The items that a node counts, where it does not count them all. */
	public List<Item> items(Rules rules, Poll node) {
		return rules.channel(node.sample().channel())
			.map((channel) -> form(rules, channel))
			.map(Questionnaire::items)
			.orElse(List.of())
			.stream()
			.filter((item) -> node.sample().items().contains(item.code()))
			.toList();
	}

	/** The name of a grade. */
	public Text grade(Ranking ranking, String code) {
		return ranking.grades()
			.stream()
			.filter((grade) -> grade.code().equals(code))
			.findFirst()
			.map(Grade::name)
			.orElse(new Text(code, null));
	}

	/** Whether an item opens a new heading of its form. */
	public boolean opens(List<Item> items, int index) {
		return index == 0 || !items.get(index).category().equals(items.get(index - 1).category());
	}

	/** The name of a grade or a mark. */
	public Text award(Ranking ranking, String code) {
		return ranking.marks()
			.stream()
			.filter((mark) -> mark.code().equals(code))
			.findFirst()
			.map(Ranking.Mark::name)
			.orElseGet(() -> grade(ranking, code));
	}

	/** The name of a node in any of the trees. */
	public Text node(Rules rules, String code) {
		return rules.nodes()
			.filter((node) -> node.head().code().equals(code))
			.findFirst()
			.map((node) -> node.head().name())
			.orElse(new Text(code, null));
	}

	/** The name of the figure that a band asks about. */
	public Text figure(Node bands, String code) {
		return bands.children()
			.stream()
			.filter((part) -> code.isEmpty() || part.head().code().equals(code))
			.findFirst()
			.map((part) -> part.head().name())
			.orElse(new Text(code.isEmpty() ? "?" : code, null));
	}

	/** The name of a bonus, a deduction or a veto. */
	public Text rule(Rules rules, String code) {
		AdjustmentRules all = rules.adjustments();
		Map<String, Text> names = new HashMap<>();
		all.bonuses().forEach((bonus) -> names.put(bonus.code(), bonus.name()));
		all.deductions().forEach((deduction) -> names.put(deduction.code(), deduction.name()));
		all.vetoes().forEach((veto) -> names.put(veto.code(), veto.name()));
		return names.getOrDefault(code, new Text(code, null));
	}

	/** The name of a level. */
	public Text level(Scale scale, int code) {
		return scale.level(code).map(Level::name).orElse(new Text(String.valueOf(code), null));
	}

	/** The names of the levels that a rate counts in. */
	public List<Text> levels(Rules rules, Poll.BallotRate rate) {
		return rate.levels().stream().map((code) -> level(rules, rate, code)).toList();
	}

	/** The name of the level that silence counts as. */
	public Text silence(Rules rules, Poll poll) {
		Integer silence = poll.sample().silence();
		return level(rules, poll, (silence != null) ? silence : 0);
	}

	private Text level(Rules rules, Poll poll, int code) {
		return rules.channel(poll.sample().channel())
			.map((channel) -> form(rules, channel))
			.map((form) -> scale(rules, form))
			.map((scale) -> level(scale, code))
			.orElse(new Text(String.valueOf(code), null));
	}

}

package org.pingyi.rules.scheme.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Grade;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Questionnaire;
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
			case Node.WeightedSum sum -> sum.parts().stream().map((part) -> branch(part, sum, points)).toList();
			case Node.PointsSum sum -> sum.parts().stream().map((part) -> branch(part, added(part), null)).toList();
			default -> List.of();
		});
	}

	private static Branch branch(Node.Weighted part, Node.WeightedSum sum, @Nullable BigDecimal points) {
		BigDecimal whole = (points != null) ? points : sum.total();
		BigDecimal most = part.most();
		return branch(part.node(), portion(part.weight(), whole, sum),
				(most != null) ? portion(most, whole, sum) : null);
	}

	/** Sums and ballots have a full mark also where they are added as they are. */
	private static @Nullable BigDecimal added(Node part) {
		boolean open = part instanceof Node.Ledger || part instanceof Node.Figure || part instanceof Node.Constant;
		return open ? null : part.full();
	}

	private static BigDecimal portion(BigDecimal weight, BigDecimal whole, Node.WeightedSum sum) {
		BigDecimal stripped = weight.multiply(whole)
			.divide(sum.total(), PLACES, RoundingMode.HALF_UP)
			.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	/** The name of a channel that a node counts. */
	public Text channel(Rules rules, String code) {
		return rules.channel(code).map(Channel::name).orElse(new Text(code, null));
	}

	/** The items that a node counts, where it does not count them all. */
	public List<Item> items(Rules rules, Node.BallotPoints node) {
		return rules.channel(node.channel())
			.map(rules::questionnaire)
			.map(Questionnaire::items)
			.orElse(List.of())
			.stream()
			.filter((item) -> node.items().contains(item.code()))
			.toList();
	}

	/** The name of a grade. */
	public Text grade(Rules rules, String code) {
		return rules.ranking()
			.grades()
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

}

package org.pingyi.rules.scheme.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.Source;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Tree;

/**
 * A node and the most that it brings to the score.
 *
 * @param points the most that it brings, or null where it is added as it is
 * @param most the most that this may grow to when others share out, or null
 */
record Branch(Node node, @Nullable BigDecimal points, @Nullable BigDecimal most, List<Branch> parts) {

	private static final int PLACES = 4;

	/** A tree from its root. */
	static Branch of(Tree tree) {
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

}

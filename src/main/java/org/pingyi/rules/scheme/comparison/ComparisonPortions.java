package org.pingyi.rules.scheme.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scheme.comparison.SchemeComparison.Portion;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Source;
import org.pingyi.rules.scoring.Tree;

/** The most that each node of a tree brings to the total, in points. */
final class ComparisonPortions {

	private static final int PLACES = 4;

	private final Map<String, BigDecimal> portions = new HashMap<>();

	private ComparisonPortions() {
	}

	/** What differs for the nodes that both trees have, by code. */
	@SuppressWarnings("BigDecimalEquals") // equal portions come from equal arithmetic
	static Map<String, Portion> changed(Tree before, Tree after) {
		Map<String, BigDecimal> earlier = of(before);
		Map<String, BigDecimal> later = of(after);
		Map<String, Portion> changed = new HashMap<>();
		Stream.of(earlier, later).flatMap((all) -> all.keySet().stream()).forEach((code) -> {
			Portion portion = new Portion(earlier.get(code), later.get(code));
			if (!Objects.equals(portion.before(), portion.after())) {
				changed.put(code, portion);
			}
		});
		return changed;
	}

	/** By code; nodes that are added as they are have none. */
	private static Map<String, BigDecimal> of(Tree tree) {
		ComparisonPortions all = new ComparisonPortions();
		all.weigh(tree.root(), tree.root().full());
		return all.portions;
	}

	private void weigh(Node node, @Nullable BigDecimal portion) {
		if (portion != null) {
			this.portions.putIfAbsent(node.head().code(), plain(portion));
		}
		switch (node) {
			case Compound.WeightedSum sum ->
				sum.parts().forEach((part) -> weigh(part.node(), share(part, sum, portion)));
			case Compound.PointsSum sum -> sum.parts().forEach((part) -> weigh(part, asItIs(part)));
			case Compound.Product product -> unweighted(product);
			case Compound.Statistic statistic -> unweighted(statistic);
			case Conversion conversion -> unweighted(conversion);
			case Poll poll -> unweighted(poll);
			case Source source -> unweighted(source);
		}
	}

	private static BigDecimal plain(BigDecimal portion) {
		BigDecimal stripped = portion.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	private void unweighted(Node node) {
		node.children().forEach((part) -> weigh(part, null));
	}

	private static @Nullable BigDecimal share(Compound.Weighted part, Compound.WeightedSum sum,
			@Nullable BigDecimal portion) {
		return (portion == null || sum.total().signum() == 0) ? null
				: part.weight().multiply(portion).divide(sum.total(), PLACES, RoundingMode.HALF_UP);
	}

	/** What is on record has no full mark where it is added as it is. */
	private static @Nullable BigDecimal asItIs(Node part) {
		boolean open = part instanceof Source && part.full().compareTo(Node.HUNDRED) == 0;
		return open ? null : part.full();
	}

}

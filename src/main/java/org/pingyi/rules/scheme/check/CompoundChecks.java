package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;

import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Node.Missing;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Trim;

/** Checks nodes that put their parts together. */
final class CompoundChecks {

	private final Checks checks;

	private final Rules rules;

	CompoundChecks(Checks checks, Rules rules) {
		this.checks = checks;
		this.rules = rules;
	}

	void run(String place, Compound node) {
		switch (node) {
			case Compound.WeightedSum sum -> weights(place, sum);
			case Compound.PointsSum sum -> points(place, sum);
			case Compound.Product product -> {
				least(place, product, 2);
				this.checks.above(BigDecimal.ZERO, product.per(), place + ".per", "positive");
			}
			case Compound.Statistic statistic -> statistic(place, statistic);
		}
	}

	private void least(String place, Node node, int parts) {
		this.checks.require(node.children().size() >= parts, place + ".parts", (parts == 1) ? "noParts" : "fewParts",
				node.head().code());
	}

	private void weights(String place, Compound.WeightedSum sum) {
		BigDecimal weights = BigDecimal.ZERO;
		for (int i = 0; i < sum.parts().size(); i++) {
			Compound.Weighted part = sum.parts().get(i);
			String at = place + ".parts[" + i + "]";
			weights = weights.add(part.weight());
			this.checks.above(BigDecimal.ZERO, part.weight(), at + ".weight", "positive");
			BigDecimal most = part.mostWeight();
			this.checks.require(most == null || most.compareTo(part.weight()) >= 0, at + ".mostWeight", "most",
					most + "");
			this.checks.require(fits(part), at + "." + fullName(part.node()), "nestedTotal",
					differ(part.node().full(), part.weight()));
		}
		least(place, sum, 1);
		this.checks.require(weights.compareTo(sum.total()) == 0, place + ".parts", "weights",
				differ(weights, sum.total()));
	}

	private static String differ(BigDecimal one, BigDecimal other) {
		return BoundaryValues.plain(one).toPlainString() + " ≠ " + BoundaryValues.plain(other).toPlainString();
	}

	/**
	 * A nested sum is on 0 to 100, or written in points of the sum above it; other kinds
	 * say what their full mark is.
	 */
	private static boolean fits(Compound.Weighted part) {
		BigDecimal full = part.node().full();
		return !(part.node() instanceof Compound.WeightedSum) || full.compareTo(Node.HUNDRED) == 0
				|| full.compareTo(part.weight()) == 0;
	}

	private static String fullName(Node node) {
		return (node instanceof Compound.WeightedSum) ? "total" : "parts";
	}

	private void points(String place, Compound.PointsSum sum) {
		least(place, sum, 1);
		this.checks.limits(place, sum.floor(), sum.cap());
		for (int i = 0; i < sum.parts().size(); i++) {
			Node part = sum.parts().get(i);
			boolean sharesOut = part.head().missing() == Missing.SHARE_OUT && !appliesToAll(part);
			this.checks.require(!sharesOut, place + ".parts[" + i + "].missing", "sharesOutPoints", part.head().code());
		}
	}

	private boolean appliesToAll(Node node) {
		boolean all = !(node instanceof Poll poll) || this.rules.channel(poll.sample().channel())
			.map((channel) -> channel.traits().isEmpty())
			.orElse(true);
		return all && node.head().traits().isEmpty();
	}

	private void statistic(String place, Compound.Statistic statistic) {
		least(place, statistic, 2);
		Trim trim = statistic.trim();
		if (trim != null) {
			this.checks.trim(place + ".trim", trim);
			this.checks.require(statistic.take() == Compound.Take.MEAN, place + ".trim", "trimMedian",
					statistic.head().code());
		}
		for (int i = 1; i < statistic.parts().size(); i++) {
			BigDecimal full = statistic.parts().get(i).full();
			this.checks.require(full.compareTo(statistic.full()) == 0, place + ".parts[" + i + "]", "unlikeParts",
					differ(full, statistic.full()));
		}
	}

}

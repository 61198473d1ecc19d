package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.AdjustmentRules.Bonus;
import org.pingyi.rules.scoring.AdjustmentRules.Deduction;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Node.Missing;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Source;
import org.pingyi.rules.scoring.Trim;

/** Checks the nodes of one tree. */
final class NodeChecks {

	private static final int MOST_PLACES = 10;

	private final Checks checks;

	private final Rules rules;

	private final Set<String> collected = new HashSet<>();

	private final Set<String> codes = new HashSet<>();

	NodeChecks(Checks checks, Rules rules) {
		this.checks = checks;
		this.rules = rules;
		rules.nodes().forEach((node) -> this.codes.add(node.head().code()));
	}

	void run(String place, Node node) {
		Integer places = node.head().places();
		this.checks.require(places == null || (places >= 0 && places <= MOST_PLACES), place + ".places", "places",
				places + "");
		switch (node) {
			case Compound compound -> compound(place, compound);
			case Conversion conversion -> conversion(place, conversion);
			case Poll poll -> new PollChecks(this.checks, this.rules).run(place, poll);
			case Source source -> source(place, source);
		}
		List<Node> children = node.children();
		for (int i = 0; i < children.size(); i++) {
			run(place + ".parts[" + i + "]", children.get(i));
		}
	}

	private void compound(String place, Compound node) {
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
		limits(place, sum.floor(), sum.cap());
		for (int i = 0; i < sum.parts().size(); i++) {
			Node part = sum.parts().get(i);
			boolean sharesOut = part.head().missing() == Missing.SHARE_OUT && !appliesToAll(part);
			this.checks.require(!sharesOut, place + ".parts[" + i + "].missing", "sharesOutPoints", part.head().code());
		}
	}

	private void limits(String place, @Nullable BigDecimal floor, @Nullable BigDecimal cap) {
		this.checks.require(floor == null || cap == null || floor.compareTo(cap) <= 0, place + ".cap", "limits",
				floor + " > " + cap);
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

	private void conversion(String place, Conversion node) {
		switch (node) {
			case Conversion.RatioToBest ratio -> {
				this.checks.above(BigDecimal.ZERO, ratio.points(), place + ".points", "positive");
				onePart(place, ratio);
			}
			case Conversion.RankPoints rank -> {
				this.checks.ladder(place + ".ladder", rank.ladder());
				onePart(place, rank);
			}
			case Conversion.Bands bands -> {
				new BandChecks(this.checks, new NodeRanges(this.rules), place, bands).run();
				this.checks.require(!bands.parts().isEmpty(), place + ".parts", "onePart", 0);
			}
			case Conversion.Ratio ratio -> ratio(place, ratio);
			case Conversion.Linear linear -> {
				limits(place, linear.floor(), linear.cap());
				onePart(place, linear);
			}
			case Conversion.Reference reference -> this.checks.require(this.codes.contains(reference.node()),
					place + ".node", "unknownNode", reference.node());
		}
	}

	private void ratio(String place, Conversion.Ratio ratio) {
		int parts = ratio.parts().size();
		this.checks.above(BigDecimal.ZERO, ratio.per(), place + ".per", "positive");
		this.checks.require(ratio.minimum().signum() >= 0, place + ".minimum", "negative", ratio.minimum());
		this.checks.require(parts == 2, place + ".parts", "twoParts", parts);
	}

	private void onePart(String place, Conversion node) {
		int parts = node.children().size();
		this.checks.require(parts == 1, place + ".parts", "onePart", parts);
	}

	private void source(String place, Source node) {
		switch (node) {
			case Source.Ledger ledger -> ledger(place, ledger);
			case Source.EventCount count -> rules(place, count.rules(), count.head().code());
			case Source.Figure figure -> {
				this.checks.code(place + ".key", figure.key());
				limits(place, figure.least(), figure.most());
			}
			case Source.Constant constant -> {
				// Any value will do.
			}
		}
	}

	private void rules(String place, List<String> rules, String code) {
		Set<String> known = Checks.set(this.rules.adjustments().bonuses(), Bonus::code);
		known.addAll(Checks.set(this.rules.adjustments().deductions(), Deduction::code));
		this.checks.require(!rules.isEmpty(), place + ".rules", "noRules", code);
		this.checks.known(place + ".rules", rules, known, "unknownRule");
	}

	private void ledger(String place, Source.Ledger ledger) {
		Set<String> bonuses = Checks.set(this.rules.adjustments().bonuses(), Bonus::code);
		Set<String> deductions = Checks.set(this.rules.adjustments().deductions(), Deduction::code);
		boolean mixed = ledger.rules().stream().anyMatch(bonuses::contains)
				&& ledger.rules().stream().anyMatch(deductions::contains);
		BigDecimal cap = ledger.cap();
		BigDecimal floor = ledger.floor();
		rules(place, ledger.rules(), ledger.head().code());
		this.checks.require(!mixed, place + ".rules", "ledgerMixed", ledger.head().code());
		this.checks.require(cap == null || cap.signum() > 0, place + ".cap", "positive", cap + "");
		this.checks.require(ledger.base().signum() >= 0, place + ".base", "negative", ledger.base());
		this.checks.require(floor == null || floor.compareTo(ledger.base()) <= 0, place + ".floor", "limits",
				floor + " > " + ledger.base());
		for (int i = 0; i < ledger.rules().size(); i++) {
			String rule = ledger.rules().get(i);
			this.checks.require(this.collected.add(rule), place + ".rules[" + i + "]", "ruleTwice", rule);
		}
	}

}

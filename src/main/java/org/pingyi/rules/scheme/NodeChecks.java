package org.pingyi.rules.scheme;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pingyi.rules.scoring.AdjustmentRules.Bonus;
import org.pingyi.rules.scoring.AdjustmentRules.Deduction;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Node.Missing;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Rules;

/** Checks the nodes of one tree. */
final class NodeChecks {

	private static final int MOST_PLACES = 10;

	private final Checks checks;

	private final Rules rules;

	private final Set<String> collected = new HashSet<>();

	NodeChecks(Checks checks, Rules rules) {
		this.checks = checks;
		this.rules = rules;
	}

	void run(String place, Node node) {
		head(place, node.head());
		switch (node) {
			case Node.WeightedSum sum -> weights(place, sum);
			case Node.PointsSum sum -> points(place, sum);
			case Node.BallotPoints ballots -> ballots(place, ballots);
			case Node.Ledger ledger -> ledger(place, ledger);
			case Node.Figure figure -> this.checks.code(place + ".key", figure.key());
			case Node.Constant constant -> {
				// Any value will do.
			}
		}
		List<Node> children = node.children();
		for (int i = 0; i < children.size(); i++) {
			run(place + ".parts[" + i + "]", children.get(i));
		}
	}

	private void head(String place, Node.Head head) {
		Integer places = head.places();
		this.checks.require(places == null || (places >= 0 && places <= MOST_PLACES), place + ".places", "places",
				places + "");
	}

	private void weights(String place, Node.WeightedSum sum) {
		BigDecimal weights = BigDecimal.ZERO;
		for (int i = 0; i < sum.parts().size(); i++) {
			Node.Weighted part = sum.parts().get(i);
			String at = place + ".parts[" + i + "]";
			weights = weights.add(part.weight());
			this.checks.above(BigDecimal.ZERO, part.weight(), at + ".weight", "positive");
			BigDecimal most = part.most();
			this.checks.require(most == null || most.compareTo(part.weight()) >= 0, at + ".most", "most", most + "");
			this.checks.require(fits(part), at + ".total", "nestedTotal", differ(part.node().full(), part.weight()));
		}
		this.checks.require(!sum.parts().isEmpty(), place + ".parts", "noParts", sum.head().code());
		this.checks.require(weights.compareTo(sum.total()) == 0, place + ".parts", "weights",
				differ(weights, sum.total()));
	}

	private static String differ(BigDecimal one, BigDecimal other) {
		return one.stripTrailingZeros().toPlainString() + " ≠ " + other.stripTrailingZeros().toPlainString();
	}

	/** A nested sum is on 0 to 100, or written in points of the sum above it. */
	private static boolean fits(Node.Weighted part) {
		BigDecimal full = part.node().full();
		return full.compareTo(Node.HUNDRED) == 0 || full.compareTo(part.weight()) == 0;
	}

	private void points(String place, Node.PointsSum sum) {
		this.checks.require(!sum.parts().isEmpty(), place + ".parts", "noParts", sum.head().code());
		for (int i = 0; i < sum.parts().size(); i++) {
			Node part = sum.parts().get(i);
			boolean sharesOut = part.head().missing() == Missing.SHARE_OUT && !appliesToAll(part);
			this.checks.require(!sharesOut, place + ".parts[" + i + "].missing", "sharesOutPoints", part.head().code());
		}
	}

	private boolean appliesToAll(Node node) {
		boolean all = !(node instanceof Node.BallotPoints ballots)
				|| channel(ballots).map((channel) -> channel.traits().isEmpty()).orElse(true);
		return all && node.head().traits().isEmpty();
	}

	private void ballots(String place, Node.BallotPoints ballots) {
		this.checks.require(ballots.minimum() >= 1, place + ".minimum", "minimum", ballots.minimum());
		Channel channel = channel(ballots).orElse(null);
		if (channel == null) {
			this.checks.fault(place + ".channel", "unknownChannel", ballots.channel());
			return;
		}
		this.checks.known(place + ".raterClasses", ballots.raterClasses(), Set.copyOf(channel.raterClasses()),
				"unknownRaterClass");
		this.checks.known(place + ".items", ballots.items(), items(channel), "unknownItem");
	}

	private Optional<Channel> channel(Node.BallotPoints ballots) {
		return this.rules.channel(ballots.channel());
	}

	private Set<String> items(Channel channel) {
		return this.rules.questionnaires()
			.stream()
			.filter((form) -> form.code().equals(channel.questionnaire()))
			.findFirst()
			.map(Questionnaire::items)
			.map((items) -> Checks.set(items, Item::code))
			.orElse(Set.of());
	}

	private void ledger(String place, Node.Ledger ledger) {
		Set<String> bonuses = Checks.set(this.rules.adjustments().bonuses(), Bonus::code);
		Set<String> deductions = Checks.set(this.rules.adjustments().deductions(), Deduction::code);
		boolean mixed = ledger.rules().stream().anyMatch(bonuses::contains)
				&& ledger.rules().stream().anyMatch(deductions::contains);
		Set<String> known = new HashSet<>(bonuses);
		known.addAll(deductions);
		BigDecimal cap = ledger.cap();
		this.checks.require(!mixed, place + ".rules", "ledgerMixed", ledger.head().code());
		this.checks.require(!ledger.rules().isEmpty(), place + ".rules", "noRules", ledger.head().code());
		this.checks.require(cap == null || cap.signum() > 0, place + ".cap", "positive", cap + "");
		this.checks.known(place + ".rules", ledger.rules(), known, "unknownRule");
		for (int i = 0; i < ledger.rules().size(); i++) {
			String rule = ledger.rules().get(i);
			this.checks.require(this.collected.add(rule), place + ".rules[" + i + "]", "ruleTwice", rule);
		}
	}

}

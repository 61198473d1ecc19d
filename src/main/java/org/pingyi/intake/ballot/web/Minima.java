package org.pingyi.intake.ballot.web;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Tree;

/** How many ballots the scheme asks for at least, by channel. */
final class Minima {

	private Minima() {
	}

	static Map<String, Long> of(Rules rules, Participant unit) {
		return rules.trees()
			.stream()
			.filter((tree) -> scores(tree, unit))
			.findFirst()
			.map((tree) -> nodes(tree.root()))
			.orElse(Stream.of())
			.filter(Node.BallotPoints.class::isInstance)
			.map(Node.BallotPoints.class::cast)
			.collect(Collectors.toMap(Node.BallotPoints::channel, Node.BallotPoints::minimum, Math::max));
	}

	private static boolean scores(Tree tree, Participant unit) {
		return (tree.groups().contains(unit.group()) || tree.groups().contains("*"))
				&& unit.traits().containsAll(tree.traits());
	}

	private static Stream<Node> nodes(Node node) {
		return Stream.concat(Stream.of(node), parts(node).flatMap(Minima::nodes));
	}

	private static Stream<Node> parts(Node node) {
		return switch (node) {
			case Node.WeightedSum sum -> sum.parts().stream().map(Node.Weighted::node);
			case Node.PointsSum sum -> sum.parts().stream();
			default -> Stream.of();
		};
	}

}

package org.pingyi.intake.ballot.web;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Poll;
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
			.filter(Poll.class::isInstance)
			.map(Poll.class::cast)
			.map(Poll::sample)
			.collect(Collectors.toMap(Poll.Sample::channel, Poll.Sample::minimum, Math::max));
	}

	private static boolean scores(Tree tree, Participant unit) {
		return (tree.groups().contains(unit.group()) || tree.groups().contains("*"))
				&& unit.traits().containsAll(tree.traits());
	}

	private static Stream<Node> nodes(Node node) {
		return Stream.concat(Stream.of(node), node.children().stream().flatMap(Minima::nodes));
	}

}

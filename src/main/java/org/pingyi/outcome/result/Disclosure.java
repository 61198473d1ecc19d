package org.pingyi.outcome.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scorecard;

/**
 * Finds the lines of a scorecard whose counts and arithmetic rest on so few people that
 * units and the public may not see them.
 */
final class Disclosure {

	/** Ballots of the public below which nothing is shown but the points. */
	static final long CITIZENS = 10;

	/** The same for invited reviewers, whose circles are small by design. */
	static final long INVITED = 5;

	private final Rules rules;

	private final Map<String, List<Poll>> nodes = new HashMap<>();

	private Disclosure(Rules rules) {
		this.rules = rules;
		rules.trees().forEach((tree) -> walk(tree.root(), this::remember));
	}

	static Disclosure of(Rules rules) {
		return new Disclosure(rules);
	}

	/** Codes of the lines to withhold. */
	Set<String> withheld(Scorecard card) {
		Set<String> codes = new TreeSet<>();
		walk(card.total(), (line) -> {
			if (restsOnTooFew(line)) {
				codes.add(line.node());
			}
		});
		return codes;
	}

	private boolean restsOnTooFew(Line line) {
		Long valid = line.valid();
		return valid != null && this.nodes.getOrDefault(line.node(), List.of())
			.stream()
			.filter((node) -> door(node) != Door.INSPECTION)
			.anyMatch((node) -> tooFew(valid, node));
	}

	private boolean tooFew(long count, Poll node) {
		return count > 0 && count < ((door(node) == Door.REVIEW) ? INVITED : CITIZENS);
	}

	/** Inspectors' marks are official acts that the unit reads as findings anyway. */
	private Door door(Poll node) {
		return this.rules.channel(node.sample().channel()).orElseThrow().door();
	}

	private void remember(Node node) {
		if (node instanceof Poll poll) {
			this.nodes.computeIfAbsent(poll.head().code(), (code) -> new ArrayList<>()).add(poll);
		}
	}

	private static void walk(Node node, Consumer<Node> visitor) {
		visitor.accept(node);
		node.children().forEach((child) -> walk(child, visitor));
	}

	private static void walk(Line line, Consumer<Line> visitor) {
		visitor.accept(line);
		line.parts().forEach((part) -> walk(part, visitor));
	}

}

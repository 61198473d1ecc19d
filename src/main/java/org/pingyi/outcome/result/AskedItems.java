package org.pingyi.outcome.result;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.pingyi.rules.scoring.ItemPoints;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Rules;

/** Says what the items are that the arithmetic of a line calls {@code #7}. */
final class AskedItems {

	private final Map<String, ItemPoints> lines;

	/** Codes of the nodes whose arithmetic goes item by item. */
	private final Set<String> itemized;

	private final boolean discreet;

	/**
	 * @param lines what items brought, line by line
	 * @param discreet whether that is left out
	 */
	AskedItems(Rules rules, List<ItemPoints> lines, boolean discreet) {
		this.lines = lines.stream().collect(Collectors.toMap(ItemPoints::node, Function.identity()));
		this.itemized = rules.nodes()
			.filter((node) -> node instanceof Poll poll && poll.average() == Poll.Average.ITEM_MEANS)
			.map((node) -> node.head().code())
			.collect(Collectors.toSet());
		this.discreet = discreet;
	}

	/** The items of a line that counts several, in the form's order. */
	List<Card.Asked> of(Line line) {
		ItemPoints points = this.lines.get(line.node());
		if (points == null || points.items().size() < 2 || (this.discreet && !this.itemized.contains(line.node()))) {
			return List.of();
		}
		return points.items()
			.stream()
			.map((item) -> new Card.Asked(item.number(), item.item().text(), this.discreet ? null : item))
			.toList();
	}

}

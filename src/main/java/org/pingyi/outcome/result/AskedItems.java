package org.pingyi.outcome.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.ItemPoints;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Rules;

/** Says what the items are that the arithmetic of a line calls {@code #7}. */
final class AskedItems {

	private static final Pattern NUMBER = Pattern.compile("#(\\d+) ");

	private final Map<String, List<Item>> forms = new HashMap<>();

	private final Map<String, ItemPoints> points;

	/**
	 * @param points what items brought, for readers who may see it
	 */
	AskedItems(Rules rules, List<ItemPoints> points) {
		rules.trees().forEach((tree) -> remember(rules, tree.root()));
		this.points = points.stream().collect(Collectors.toMap(ItemPoints::node, Function.identity()));
	}

	private void remember(Rules rules, Node node) {
		if (node instanceof Poll poll) {
			this.forms.put(node.head().code(),
					rules.questionnaire(rules.channel(poll.sample().channel()).orElseThrow()).items());
		}
		node.children().forEach((child) -> remember(rules, child));
	}

	/** The items of a line that counts several, in the form's order. */
	List<Card.Asked> of(Line line) {
		List<Item> form = this.forms.getOrDefault(line.node(), List.of());
		Map<Integer, ItemPoints.Share> shares = shares(line);
		List<Integer> numbers = Stream
			.concat(NUMBER.matcher(line.arithmetic()).results().map((found) -> Integer.valueOf(found.group(1))),
					shares.keySet().stream())
			.distinct()
			.filter((number) -> number <= form.size())
			.sorted()
			.toList();
		return (numbers.size() < 2) ? List.of()
				: numbers.stream()
					.map((number) -> new Card.Asked(number, form.get(number - 1).text(), shares.get(number)))
					.toList();
	}

	private Map<Integer, ItemPoints.Share> shares(Line line) {
		return Optional.ofNullable(this.points.get(line.node()))
			.map(ItemPoints::items)
			.orElse(List.of())
			.stream()
			.collect(Collectors.toMap(ItemPoints.Share::number, Function.identity()));
	}

}

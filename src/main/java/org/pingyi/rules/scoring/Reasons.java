package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what makes most of the difference between two scorecards, or of a line. */
final class Reasons {

	/** Said when this share of the difference is named, in per cent. */
	private static final BigDecimal MOST = BigDecimal.valueOf(60);

	private static final int NAMED = 3;

	/** Codes of the nodes whose parts are compared by themselves, not as a whole. */
	private final Set<String> sums;

	Reasons(Rules rules) {
		this.sums = rules.nodes()
			.filter(Reasons::isSum)
			.map((node) -> node.head().code())
			.collect(Collectors.toUnmodifiableSet());
	}

	private static boolean isSum(Node node) {
		return switch (node) {
			case Compound.WeightedSum sum -> true;
			case Compound.PointsSum sum -> true;
			case Compound.Product product -> false;
			case Compound.Statistic statistic -> false;
			case Conversion conversion -> false;
			case Poll poll -> false;
			case Source source -> false;
		};
	}

	/**
	 * The lines behind a difference of scores.
	 * @param unnamed codes of lines that are left out
	 */
	List<Explanation.Reason> of(Scorecard own, Scorecard other, BigDecimal whole, Set<String> unnamed) {
		Map<String, Line> mine = lines(own);
		Map<String, Line> theirs = lines(other);
		Map<String, Line> all = new LinkedHashMap<>(mine);
		theirs.forEach(all::putIfAbsent);
		List<Explanation.Reason> reasons = all.values()
			.stream()
			.filter((line) -> !unnamed.contains(line.node()) && !Lines.ROUNDING.equals(line.rule()))
			.map((line) -> new Explanation.Reason(line, points(mine, line).subtract(points(theirs, line)), List.of()))
			.toList();
		return largest(reasons, Explanation.Reason::points, whole);
	}

	private static BigDecimal points(Map<String, Line> lines, Line line) {
		return Optional.ofNullable(lines.get(line.node())).map(Line::points).orElse(BigDecimal.ZERO);
	}

	/** The lines that are compared, by their codes; their points add up to the score. */
	private Map<String, Line> lines(Scorecard card) {
		Map<String, Line> lines = new LinkedHashMap<>();
		collect(card.total(), lines);
		return lines;
	}

	private void collect(Line line, Map<String, Line> lines) {
		if (this.sums.contains(line.node()) && !line.parts().isEmpty()) {
			line.parts().forEach((part) -> collect(part, lines));
		}
		else {
			lines.put(line.node(), line);
		}
	}

	/** The reason with its items, where both units have the line by items. */
	static Explanation.Reason byItems(Explanation.Reason reason, List<ItemPoints> own, List<ItemPoints> others) {
		Map<Integer, ItemPoints.Share> mine = items(own, reason.line().node());
		Map<Integer, ItemPoints.Share> theirs = items(others, reason.line().node());
		// A form of one item says no more than its line.
		if (mine.isEmpty() || theirs.isEmpty() || mine.size() + theirs.size() <= 2) {
			return reason;
		}
		Map<Integer, ItemPoints.Share> all = new HashMap<>(mine);
		theirs.forEach(all::putIfAbsent);
		List<Explanation.ItemReason> items = all.values()
			.stream()
			.sorted(Comparator.comparingInt(ItemPoints.Share::number))
			.map((item) -> new Explanation.ItemReason(item.number(), item.item(),
					share(mine, item).subtract(share(theirs, item))))
			.toList();
		List<Explanation.ItemReason> named = largest(items, Explanation.ItemReason::points, reason.points());
		BigDecimal explained = named.stream()
			.map(Explanation.ItemReason::points)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		// Where many items differ a little, three of them would pass for the cause.
		return isMost(explained, reason.points()) ? new Explanation.Reason(reason.line(), reason.points(), named)
				: reason;
	}

	private static Map<Integer, ItemPoints.Share> items(List<ItemPoints> lines, String node) {
		Map<Integer, ItemPoints.Share> items = new HashMap<>();
		lines.stream()
			.filter((line) -> line.node().equals(node))
			.forEach((line) -> line.items().forEach((item) -> items.put(item.number(), item)));
		return items;
	}

	private static BigDecimal share(Map<Integer, ItemPoints.Share> items, ItemPoints.Share item) {
		return Optional.ofNullable(items.get(item.number())).map(ItemPoints.Share::points).orElse(BigDecimal.ZERO);
	}

	/** The largest parts in the direction of the whole; the first of equal ones first. */
	private static <T> List<T> largest(List<T> parts, Function<T, BigDecimal> points, BigDecimal whole) {
		List<T> falling = parts.stream()
			.filter((part) -> points.apply(part).signum() * whole.signum() > 0)
			.sorted(Comparator.comparing((T part) -> points.apply(part).abs()).reversed())
			.toList();
		BigDecimal explained = BigDecimal.ZERO;
		List<T> named = new ArrayList<>();
		for (T part : falling) {
			if (named.size() == NAMED || isMost(explained, whole)) {
				break;
			}
			named.add(part);
			explained = explained.add(points.apply(part).abs());
		}
		return List.copyOf(named);
	}

	private static boolean isMost(BigDecimal part, BigDecimal whole) {
		return part.abs().multiply(Node.HUNDRED).compareTo(whole.abs().multiply(MOST)) >= 0;
	}

}

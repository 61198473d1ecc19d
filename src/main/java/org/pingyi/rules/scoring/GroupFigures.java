package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the units of one group came to in a node: their mean, the best, and the places.
 */
final class GroupFigures {

	/** The values of a node in the group, in any order. */
	private final Function<String, List<Exact>> values;

	private final Map<String, List<Exact>> sorted = new HashMap<>();

	private final Map<String, Optional<Exact>> means = new HashMap<>();

	GroupFigures(Function<String, List<Exact>> values) {
		this.values = values;
	}

	Optional<Exact> mean(String node) {
		Optional<Exact> known = this.means.get(node);
		if (known == null) {
			List<Exact> all = rising(node);
			known = all.isEmpty() ? Optional.empty() : Optional.of(Exact.mean(all));
			this.means.put(node, known);
		}
		return known;
	}

	/** What the group came to together, or nothing when no unit of it has the node. */
	Optional<Exact> of(String node, Conversion.Of of) {
		List<Exact> all = rising(node);
		if (all.isEmpty()) {
			return Optional.empty();
		}
		return switch (of) {
			case HIGHEST -> Optional.of(all.getLast());
			case LOWEST -> Optional.of(all.getFirst());
			case MEDIAN ->
				Optional.of(all.get((all.size() - 1) / 2).plus(all.get(all.size() / 2)).over(BigDecimal.TWO));
			case MEAN -> mean(node);
			case OWN -> throw new IllegalArgumentException("One unit's own value of " + node);
		};
	}

	/** The best value, which some unit of the group has. */
	Exact best(String node, boolean lowest) {
		return lowest ? rising(node).getFirst() : rising(node).getLast();
	}

	/** The place of a value from 1: equal ones share it. */
	int place(String node, Exact value, boolean lowest) {
		List<Exact> all = rising(node);
		int below = firstNotBelow(all, value);
		return lowest ? below + 1 : all.size() - firstAbove(all, value) + 1;
	}

	int size(String node) {
		return rising(node).size();
	}

	private List<Exact> rising(String node) {
		List<Exact> known = this.sorted.get(node);
		if (known == null) {
			known = this.values.apply(node).stream().sorted().toList();
			this.sorted.put(node, known);
		}
		return known;
	}

	private static int firstNotBelow(List<Exact> all, Exact value) {
		int low = 0;
		int high = all.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (all.get(middle).compareTo(value) < 0) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	private static int firstAbove(List<Exact> all, Exact value) {
		int at = firstNotBelow(all, value);
		while (at < all.size() && all.get(at).compareTo(value) == 0) {
			at++;
		}
		return at;
	}

}

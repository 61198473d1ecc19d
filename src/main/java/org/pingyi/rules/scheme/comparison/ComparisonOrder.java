package org.pingyi.rules.scheme.comparison;

import java.util.ArrayList;
import java.util.List;

/** What two lists have in common, in the same order, as far as possible. */
final class ComparisonOrder {

	private ComparisonOrder() {
	}

	/**
	 * Positions of a same member in both lists.
	 *
	 * @param before position in the earlier list, or -1
	 * @param after position in the later list, or -1
	 */
	record Pair(int before, int after) {
	}

	/** The longest common run of members, with gaps, by their positions. */
	static List<Pair> common(List<?> before, List<?> after) {
		int[][] longest = lengths(before, after);
		List<Pair> pairs = new ArrayList<>();
		int i = 0;
		int j = 0;
		while (i < before.size() && j < after.size()) {
			if (before.get(i).equals(after.get(j))) {
				pairs.add(new Pair(i++, j++));
			}
			else if (longest[i + 1][j] >= longest[i][j + 1]) {
				i++;
			}
			else {
				j++;
			}
		}
		return pairs;
	}

	private static int[][] lengths(List<?> before, List<?> after) {
		int[][] longest = new int[before.size() + 1][after.size() + 1];
		for (int i = before.size() - 1; i >= 0; i--) {
			for (int j = after.size() - 1; j >= 0; j--) {
				longest[i][j] = before.get(i).equals(after.get(j)) ? longest[i + 1][j + 1] + 1
						: Math.max(longest[i + 1][j], longest[i][j + 1]);
			}
		}
		return longest;
	}

	/**
	 * Every member of both lists once: the common ones as they are, and what lies between
	 * two of them paired in its order.
	 */
	static List<Pair> aligned(List<?> before, List<?> after) {
		List<Pair> all = new ArrayList<>();
		Pair last = new Pair(-1, -1);
		List<Pair> edges = new ArrayList<>(common(before, after));
		edges.add(new Pair(before.size(), after.size()));
		for (Pair edge : edges) {
			fill(all, last, edge);
			if (edge.before() < before.size()) {
				all.add(edge);
			}
			last = edge;
		}
		return all;
	}

	private static void fill(List<Pair> all, Pair last, Pair next) {
		int i = last.before() + 1;
		int j = last.after() + 1;
		while (i < next.before() || j < next.after()) {
			all.add(new Pair((i < next.before()) ? i++ : -1, (j < next.after()) ? j++ : -1));
		}
	}

}

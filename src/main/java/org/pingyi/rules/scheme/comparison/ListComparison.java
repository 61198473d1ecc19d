package org.pingyi.rules.scheme.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scheme.comparison.ComparisonOrder.Pair;
import org.pingyi.rules.scoring.Text;
import org.pingyi.rules.scoring.Tree;

/**
 * Compares two lists: members with a code by it, mere codes by themselves, trees by their
 * names, everything else by its order.
 */
final class ListComparison {

	private final ComparisonNotes notes;

	private final RecordComparison records;

	ListComparison(ComparisonNotes notes, RecordComparison records) {
		this.notes = notes;
		this.records = records;
	}

	void compare(ComparisonPlace list, List<?> before, List<?> after) {
		boolean named = isNamed(before) && isNamed(after);
		if (!named) {
			ComparisonOrder.aligned(before, after).forEach((pair) -> compare(list, before, after, pair));
			return;
		}
		List<String> earlier = names(before);
		List<String> later = names(after);
		Predicate<String> moved = moved(earlier, later);
		for (int i = 0; i < later.size(); i++) {
			Pair pair = new Pair(earlier.indexOf(later.get(i)), i);
			if (moved.test(later.get(i))) {
				this.notes.moved(at(list, after.get(i), i), pair.before() + 1, i + 1);
			}
			compare(list, before, after, pair);
		}
		for (int i = 0; i < earlier.size(); i++) {
			if (!later.contains(earlier.get(i))) {
				compare(list, before, after, new Pair(i, -1));
			}
		}
	}

	private static boolean isNamed(List<?> members) {
		return members.stream().allMatch((member) -> name(member) != null);
	}

	/** Unique names: a draft may give a code twice. */
	private static List<String> names(List<?> members) {
		Map<String, Integer> seen = new HashMap<>();
		List<String> names = new ArrayList<>();
		for (Object member : members) {
			String name = String.valueOf(name(member));
			int count = seen.merge(name, 1, Integer::sum);
			names.add((count == 1) ? name : name + " " + count);
		}
		return names;
	}

	private static @Nullable String name(Object member) {
		return switch (member) {
			case Tree tree -> tree.name().zh();
			case Text text -> null;
			case Record thing -> RecordValues.code(thing).orElse(null);
			default -> member.toString();
		};
	}

	/** Which of those that both have stand in another order. */
	static Predicate<String> moved(List<String> earlier, List<String> later) {
		List<String> stayed = earlier.stream().filter(later::contains).toList();
		List<String> now = later.stream().filter(earlier::contains).toList();
		Set<String> inOrder = ComparisonOrder.common(stayed, now)
			.stream()
			.map((pair) -> now.get(pair.after()))
			.collect(Collectors.toSet());
		return (name) -> earlier.contains(name) && !inOrder.contains(name);
	}

	private void compare(ComparisonPlace list, List<?> before, List<?> after, Pair pair) {
		if (pair.before() < 0) {
			Object added = after.get(pair.after());
			this.notes.note(at(list, added, pair.after()), null, added);
		}
		else if (pair.after() < 0) {
			Object removed = before.get(pair.before());
			this.notes.note(at(list, removed, pair.before()), removed, null);
		}
		else {
			compare(at(list, after.get(pair.after()), pair.after()), before.get(pair.before()),
					after.get(pair.after()));
		}
	}

	private void compare(ComparisonPlace here, Object before, Object after) {
		if (before instanceof Tree one && after instanceof Tree other) {
			this.records.compare(here, one, other);
			new TreeComparison(this.notes, this.records).compare(here, one, other);
		}
		else if (after instanceof Record && !(after instanceof Text)) {
			this.records.compare(here, before, after);
		}
		else if (!before.equals(after)) {
			this.notes.note(here, before, after);
		}
	}

	/** A mere code is no thing of its own: it is told under the list that has it. */
	private static ComparisonPlace at(ComparisonPlace list, Object member, int index) {
		if (member instanceof Record && !(member instanceof Text)) {
			return list.member(index, RecordValues.name(member));
		}
		return list.along(list.path() + "[" + index + "]");
	}

}

package org.pingyi.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** Walks what {@link Json} read. */
final class JsonTree {

	private JsonTree() {
	}

	static @Nullable Object member(@Nullable Object tree, String name) {
		return (tree instanceof Map<?, ?> members) ? members.get(name) : null;
	}

	static List<?> list(@Nullable Object tree, String name) {
		return (member(tree, name) instanceof List<?> items) ? items : List.of();
	}

	/** A member as text, "" for null. */
	static String text(@Nullable Object tree, String name) {
		return Objects.toString(member(tree, name), "");
	}

	/** A number without trailing zeros or exponent, "" where it is none. */
	static String plain(@Nullable Object tree, String name) {
		return (member(tree, name) instanceof BigDecimal number) ? number.stripTrailingZeros().toPlainString() : "";
	}

	/** Where two trees differ: {@code total.parts.2.points}. */
	static List<String> differences(@Nullable Object left, @Nullable Object right) {
		List<String> places = new ArrayList<>();
		compare("", left, right, places);
		return places;
	}

	private static void compare(String place, @Nullable Object left, @Nullable Object right, List<String> places) {
		if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
			TreeSet<Object> names = new TreeSet<>(one.keySet());
			names.addAll(other.keySet());
			names.forEach((name) -> compare(below(place, name), one.get(name), other.get(name), places));
		}
		else if (left instanceof List<?> one && right instanceof List<?> other && one.size() == other.size()) {
			for (int item = 0; item < one.size(); item++) {
				compare(below(place, item), one.get(item), other.get(item), places);
			}
		}
		else if (!Objects.equals(left, right)) {
			places.add(place);
		}
	}

	private static String below(String place, Object name) {
		return place.isEmpty() ? String.valueOf(name) : place + "." + name;
	}

}

package org.pingyi.verify;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What is on one of two sides alone. */
final class Differences {

	private Differences() {
	}

	/**
	 * Tells each line that only one side has, in order.
	 * @param found takes the line, and {@code +} where only {@code now} has it, {@code -}
	 * where only {@code before}
	 */
	static void between(Collection<String> before, Collection<String> now, BiConsumer<String, String> found) {
		Set<String> all = new TreeSet<>(before);
		all.addAll(now);
		all.stream()
			.filter((line) -> before.contains(line) != now.contains(line))
			.forEach((line) -> found.accept(line, now.contains(line) ? "+" : "-"));
	}

}

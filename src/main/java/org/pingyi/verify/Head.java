package org.pingyi.verify;

import java.util.List;

/**
 * What a year counted by when it was opened, as it was signed.
 *
 * @param lines its lines after the one that names the format
 */
record Head(List<String> lines) {

	private static final String FORMAT = "pingyi-cycle-head/1";

	/** Nothing in it, when the entry is no head. */
	static Head read(String entry) {
		List<String> lines = entry.lines().toList();
		boolean head = !lines.isEmpty() && lines.getFirst().equals(FORMAT);
		return new Head(head ? lines.subList(1, lines.size()) : List.of());
	}

	boolean isEmpty() {
		return this.lines.isEmpty();
	}

	/** What follows the name on its lines: {@code unit}. */
	List<String> all(String name) {
		return this.lines.stream()
			.filter((line) -> line.startsWith(name + "|"))
			.map((line) -> line.substring(name.length() + 1))
			.toList();
	}

	/** The same where there is one line of the name; "" without. */
	String one(String name) {
		return all(name).stream().findFirst().orElse("");
	}

}

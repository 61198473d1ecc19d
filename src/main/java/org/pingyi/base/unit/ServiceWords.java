package org.pingyi.base.unit;

import java.util.regex.Pattern;

/** Words that say what people go to a unit for. */
final class ServiceWords {

	private static final Pattern PARTS = Pattern.compile("[\\s\\u3000,，、;；]+");

	private ServiceWords() {
	}

	/**
	 * Separates words by single spaces that were separated by spaces, commas or lines.
	 */
	static String of(String typed) {
		return PARTS.matcher(typed).replaceAll(" ").strip();
	}

}

package org.pingyi.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into maps, lists, texts, exact numbers, truth values and null: as little as
 * the files need.
 */
final class Json {

	/** A scheme's trees nest deepest, and are refused beyond 60. */
	private static final int DEEPEST = 200;

	/** Characters of a number, and the most by which its point is moved. */
	private static final int LONGEST_NUMBER = 400;

	private final String file;

	private final String text;

	private int at;

	private int depth;

	private Json(String file, String text) {
		this.file = file;
		this.text = text;
	}

	/**
	 * Reads a document.
	 * @throws Unreadable when it is none, nests deeper than any file of a year does,
	 * names a member twice, or holds a number that no year has
	 */
	static @Nullable Object read(String file, String text) {
		Json json = new Json(file, text);
		Object value = json.value();
		if (json.peek() != 0) {
			throw json.unreadable();
		}
		return value;
	}

	private @Nullable Object value() {
		return switch (peek()) {
			case '{' -> object();
			case '[' -> list();
			case '"' -> string();
			case 't' -> word("true", true);
			case 'f' -> word("false", false);
			case 'n' -> word("null", null);
			default -> number();
		};
	}

	private Map<String, @Nullable Object> object() {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		for (boolean more = opens('}'); more; more = goesOn('}')) {
			peek();
			String name = string();
			expect(':');
			Object value = value();
			if (members.containsKey(name)) {
				throw unreadable();
			}
			members.put(name, value);
		}
		return members;
	}

	private List<@Nullable Object> list() {
		List<@Nullable Object> items = new ArrayList<>();
		for (boolean more = opens(']'); more; more = goesOn(']')) {
			items.add(value());
		}
		return items;
	}

	/** Past the opening bracket; false for an empty pair. */
	private boolean opens(char end) {
		this.at++;
		this.depth++;
		if (this.depth > DEEPEST) {
			throw unreadable();
		}
		if (peek() == end) {
			this.at++;
			this.depth--;
			return false;
		}
		return true;
	}

	private boolean goesOn(char end) {
		char character = peek();
		this.at++;
		if (character != ',' && character != end) {
			throw unreadable();
		}
		this.depth -= (character == end) ? 1 : 0;
		return character == ',';
	}

	private String string() {
		expect('"');
		StringBuilder string = new StringBuilder();
		for (char character = next(); character != '"'; character = next()) {
			string.append((character == '\\') ? escaped() : character);
		}
		return string.toString();
	}

	private char escaped() {
		char character = next();
		return switch (character) {
			case 'n' -> '\n';
			case 't' -> '\t';
			case 'r' -> '\r';
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'u' -> unicode();
			default -> character;
		};
	}

	private char unicode() {
		try {
			return (char) Integer.parseInt("" + next() + next() + next() + next(), 16);
		}
		catch (NumberFormatException ex) {
			throw unreadable();
		}
	}

	private BigDecimal number() {
		int start = this.at;
		while (this.at < this.text.length() && "+-.eE0123456789".indexOf(this.text.charAt(this.at)) >= 0) {
			this.at++;
		}
		if (this.at - start > LONGEST_NUMBER) {
			throw unreadable();
		}
		try {
			BigDecimal number = new BigDecimal(this.text.substring(start, this.at));
			if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
				throw unreadable();
			}
			return number;
		}
		catch (NumberFormatException ex) {
			throw unreadable();
		}
	}

	private @Nullable Object word(String word, @Nullable Object value) {
		if (!this.text.startsWith(word, this.at)) {
			throw unreadable();
		}
		this.at += word.length();
		return value;
	}

	private void expect(char character) {
		if (peek() != character) {
			throw unreadable();
		}
		this.at++;
	}

	/** The next character that is no white space, or 0 at the end. */
	private char peek() {
		while (this.at < this.text.length() && Character.isWhitespace(this.text.charAt(this.at))) {
			this.at++;
		}
		return (this.at < this.text.length()) ? this.text.charAt(this.at) : 0;
	}

	private char next() {
		if (this.at >= this.text.length()) {
			throw unreadable();
		}
		return this.text.charAt(this.at++);
	}

	private Unreadable unreadable() {
		return new Unreadable(this.file, 0, "JSON " + this.at);
	}

}

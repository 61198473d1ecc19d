package org.pingyi.base.web;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** What a value looks like in a cell that people open in a spreadsheet. */
final class SpreadsheetCells {

	/**
	 * With these a spreadsheet begins a formula; some narrow the wide forms by
	 * themselves.
	 */
	private static final String STARTS = "=+-@\t\r\n＝＋－＠";

	private SpreadsheetCells() {
	}

	/** Text for a file that has only text: numbers in plain digits. */
	static String plain(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof BigDecimal number) {
			return number.toPlainString();
		}
		return (value instanceof Number) ? value.toString() : harmless(value.toString());
	}

	/**
	 * A text that no spreadsheet runs: an apostrophe before whatever begins a formula.
	 */
	static String harmless(String text) {
		return startsFormula(text) ? "'" + text : text;
	}

	/**
	 * The text as it was before {@link #harmless}, so that our own files can be read
	 * back.
	 */
	static String original(String text) {
		return (text.startsWith("'") && startsFormula(text.substring(1))) ? text.substring(1) : text;
	}

	static boolean startsFormula(String text) {
		return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
	}

}

package org.pingyi.base.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.text.PlainText;
import org.pingyi.base.web.workbook.WorkbookReader;

/** What a value looks like in a cell that people open in a spreadsheet. */
final class SpreadsheetCells {

	/**
	 * With these a spreadsheet begins a formula; some narrow the wide forms by
	 * themselves.
	 */
	private static final String STARTS = "=+-@\t\r\n＝＋－＠";

	/** How a spreadsheet writes a long number of which it dropped the digits. */
	private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{1,15})?[eE][+-]\\d{1,9}");

	private SpreadsheetCells() {
	}

	/**
	 * The cells of a row that was read, trimmed, up to the last that has any text.
	 * @throws Refusal naming the first cell with something that is no text, with an
	 * exponent in place of digits, or beyond the last column
	 */
	static List<String> texts(int row, List<String> cells) {
		List<String> texts = new ArrayList<>();
		for (int column = 0; column < cells.size(); column++) {
			String text = trim(cells.get(column));
			if (!text.isEmpty()) {
				require(PlainText.is(text), "web.sheet.character", column, row);
				require(!EXPONENT.matcher(text).matches(), "web.sheet.digits", column, row);
				require(column < WorkbookReader.MOST_COLUMNS, "web.sheet.wide", column, row);
				texts.addAll(Collections.nCopies(column - texts.size(), ""));
				texts.add(text);
			}
		}
		return texts;
	}

	/**
	 * Without the spaces around it, full-width and no-break ones included, which people
	 * paste; a line break is one character.
	 */
	private static String trim(String cell) {
		return original(cell.replace('\u00a0', ' ').replace("\r\n", "\n").strip()).strip();
	}

	private static void require(boolean fits, String key, int column, int row) {
		if (!fits) {
			throw Refusal.invalid(key, WorkbookReader.address(column + 1, row), WorkbookReader.MOST_COLUMNS);
		}
	}

	/** The beginning of a text, in one line. */
	static String excerpt(String text, int longest) {
		String line = text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ");
		return (line.length() > longest) ? line.substring(0, longest) + "…" : line;
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

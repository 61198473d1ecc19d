package org.pingyi.base.web.workbook;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text between the tags of a cell or of a shared text. */
final class CellText {

	/** The most that a cell holds, in spreadsheet programs too. */
	private static final int MOST_CHARACTERS = 32_767;

	/** What XML cannot hold is written as {@code _x000D_}. */
	private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private CellText() {
	}

	/** All text up to the closing tag, without the reading aids of rich text. */
	static String read(XmlPart part, String until) throws IOException {
		StringBuilder text = new StringBuilder();
		int aids = 0;
		int wanted = 0;
		while (part.next() && !part.closes(until)) {
			aids += part.opens("rPh") ? 1 : part.closes("rPh") ? -1 : 0;
			wanted += part.opens("t") ? 1 : part.closes("t") ? -1 : 0;
			if (aids == 0 && wanted > 0) {
				append(text, part.text());
			}
		}
		return unescaped(text.toString());
	}

	/** All text up to the closing tag, as it stands. */
	static String plain(XmlPart part, String until) throws IOException {
		StringBuilder text = new StringBuilder();
		while (part.next() && !part.closes(until)) {
			append(text, part.text());
		}
		return text.toString();
	}

	private static void append(StringBuilder text, String more) throws UnreadableWorkbook {
		text.append(more);
		if (text.length() > 2 * MOST_CHARACTERS) {
			throw UnreadableWorkbook.tooLarge();
		}
	}

	static String unescaped(String text) {
		return (text.indexOf("_x") < 0) ? text : ESCAPE.matcher(text)
			.replaceAll(
					(match) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
	}

}

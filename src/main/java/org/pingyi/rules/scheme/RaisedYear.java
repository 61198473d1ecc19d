package org.pingyi.rules.scheme;

import java.util.regex.Pattern;

import org.pingyi.rules.scoring.Text;

/** Takes the title of a method over into the next year: 2026 becomes 2027. */
final class RaisedYear {

	private static final Pattern FIGURES = Pattern.compile("(?<![0-9])20[0-9]{2}(?![0-9])");

	private static final String DIGITS = "〇一二三四五六七八九";

	private static final Pattern WRITTEN = Pattern.compile("二[〇○零][" + DIGITS + "○零]{2}(?=年)");

	private RaisedYear() {
	}

	/** The same text with every year in it a year later; without a year as it is. */
	static Text in(Text title) {
		String english = title.en();
		return new Text(in(title.zh()), (english != null) ? in(english) : null);
	}

	private static String in(String title) {
		String raised = FIGURES.matcher(title)
			.replaceAll((year) -> Integer.toString(Integer.parseInt(year.group()) + 1));
		return WRITTEN.matcher(raised).replaceAll((year) -> written(year.group()));
	}

	private static String written(String year) {
		int number = 0;
		for (char digit : year.replace('○', '〇').replace('零', '〇').toCharArray()) {
			number = 10 * number + DIGITS.indexOf(digit);
		}
		StringBuilder next = new StringBuilder();
		Integer.toString(number + 1).chars().forEach((digit) -> next.append(DIGITS.charAt(digit - '0')));
		return next.toString();
	}

}

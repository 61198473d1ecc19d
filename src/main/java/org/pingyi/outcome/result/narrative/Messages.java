package org.pingyi.outcome.result.narrative;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import org.pingyi.rules.scoring.Text;

import org.springframework.context.MessageSource;

/** Texts of the bundles in one language. */
record Messages(MessageSource messages, Locale locale) {

	/** Places that have a word of their own. */
	private static final int WORDS = 20;

	String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.locale);
	}

	String in(Text text) {
		return text.in(this.locale);
	}

	String quoted(String text) {
		return say("result.narrative.quoted", text);
	}

	String list(List<String> parts) {
		return parts.stream().reduce((one, next) -> say("result.narrative.and", one, next)).orElse("");
	}

	/** Points as they are said: {@code 1.2 points}. */
	String points(BigDecimal points) {
		boolean one = points.compareTo(BigDecimal.ONE) == 0;
		return say(one ? "result.narrative.point" : "result.narrative.points", figure(points));
	}

	/** A figure without needless zeros. */
	String figure(BigDecimal points) {
		BigDecimal plain = points.stripTrailingZeros();
		return ((plain.scale() < 0) ? plain.setScale(0) : plain).toPlainString();
	}

	/** A place as a word: ninth. */
	String ordinal(int place) {
		return (place <= WORDS) ? say("result.ordinal." + place)
				: say("result.ordinal." + ending(place), Integer.toString(place));
	}

	/** How English ends the figure: 21st, 22nd, but 111th. */
	private static String ending(int place) {
		boolean teen = place / 10 % 10 == 1;
		return teen ? "th" : switch (place % 10) {
			case 1 -> "st";
			case 2 -> "nd";
			case 3 -> "rd";
			default -> "th";
		};
	}

}

package org.pingyi.base.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.io.JsonStringEncoder;

import org.springframework.web.util.HtmlUtils;

/**
 * A text with placeholders for a message's number, code and text, each escaped so that it
 * stays one value in the language around it.
 */
record SmsTemplate(String text, UnaryOperator<String> escape) {

	private static final Pattern PLACE = Pattern.compile("\\{(phone|code|text)}");

	static SmsTemplate address(String url) {
		return new SmsTemplate(url, SmsTemplate::inAddress);
	}

	/** A body, escaped as its media type asks. */
	static SmsTemplate body(String body, String type) {
		String kind = type.toLowerCase(Locale.ROOT);
		if (kind.contains("json")) {
			return new SmsTemplate(body,
					(value) -> new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)));
		}
		if (kind.contains("xml")) {
			return new SmsTemplate(body, HtmlUtils::htmlEscapeDecimal);
		}
		return new SmsTemplate(body, kind.contains("form") ? SmsTemplate::inAddress : UnaryOperator.identity());
	}

	String filled(Sms message) {
		return PLACE.matcher(this.text)
			.replaceAll((place) -> Matcher.quoteReplacement(this.escape.apply(value(place.group(1), message))));
	}

	private static String value(String place, Sms message) {
		return switch (place) {
			case "phone" -> message.phone().digits();
			case "code" -> message.code();
			default -> message.text();
		};
	}

	private static String inAddress(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}

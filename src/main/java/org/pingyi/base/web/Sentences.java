package org.pingyi.base.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts sentences one after the other: Chinese ones without a space between them. */
public final class Sentences {

	private Sentences() {
	}

	public static String join(Locale locale, String... sentences) {
		boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
		return Arrays.stream(sentences)
			.map(String::strip)
			.filter((sentence) -> !sentence.isEmpty())
			.collect(Collectors.joining(chinese ? "" : " "));
	}

}

package org.pingyi;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/** The key with which a form is taken once. */
public final class FormKey {

	private static final Pattern FIELD = Pattern.compile("name=\"once\" value=\"([0-9a-f-]{36})\"");

	private FormKey() {
	}

	/** Sends a key that no form had before. */
	public static RequestPostProcessor fresh() {
		return of(UUID.randomUUID().toString());
	}

	/** Sends the key of the first such form on a page. */
	public static RequestPostProcessor on(MvcTestResult page) {
		Matcher field = FIELD.matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
		assertThat(field.find()).as("a form with a key").isTrue();
		return of(field.group(1));
	}

	private static RequestPostProcessor of(String key) {
		return (request) -> {
			request.setParameter("once", key);
			return request;
		};
	}

}

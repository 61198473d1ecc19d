package org.pingyi.bench.vote;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the rivals are used. */
final class Rivals {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final byte[] FORM = Request.get("/conventional");

	private Rivals() {
	}

	static Flow plain() {
		return new Flow(List
			.of((none) -> Request.post("/plain", "", "voter=" + UUID.randomUUID() + "&unit=U101&answers=1234567")),
				Flow::accepted);
	}

	/** A page with a new session, then the form with its cookie and token. */
	static Flow conventional() {
		return new Flow(List.of((none) -> FORM, (page) -> filled(Flow.accepted(Objects.requireNonNull(page)))),
				Flow::accepted);
	}

	private static byte[] filled(Answer page) {
		Matcher token = TOKEN.matcher(page.text());
		if (!token.find()) {
			throw new IllegalStateException("No token in the page");
		}
		return Request.post("/conventional", page.cookie(), "_csrf=" + token.group(1) + "&unit=U101&answers=1234567");
	}

}

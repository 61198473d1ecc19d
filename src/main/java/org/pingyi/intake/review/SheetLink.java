package org.pingyi.intake.review;

import java.util.Base64;
import java.util.Optional;

/**
 * A personal link as the browser keeps it that it belongs to.
 *
 * @param token secret of the link
 * @param browser secret of the browser; "" before it has one
 */
public record SheetLink(String token, String browser) {

	private static final String BETWEEN = ".";

	private static final String PURPOSE = "review.address";

	private static final int ADDRESS = 16;

	/** Reads what a browser kept. */
	public static Optional<SheetLink> read(String text) {
		int between = text.indexOf(BETWEEN);
		return (between > 0) ? Optional.of(new SheetLink(text.substring(0, between), text.substring(between + 1)))
				: Optional.empty();
	}

	/** The token of a link that was typed; empty when it was mistyped. */
	public static Optional<SheetLink> typed(String typed) {
		return LinkSecrets.read(typed).map((token) -> new SheetLink(token, ""));
	}

	/** What the browser keeps. */
	public String text() {
		return this.token + BETWEEN + this.browser;
	}

	/**
	 * What stands for the token in addresses, which proxies log: 22 characters that lead
	 * to no invitation.
	 */
	public String address() {
		byte[] derived = LinkSecrets.derive(this.token, PURPOSE, ADDRESS);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
	}

	/** Never the secrets, wherever it might be logged. */
	@Override
	public String toString() {
		return "SheetLink";
	}

}

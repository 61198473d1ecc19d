package org.pingyi.base.account.passkey;

import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.util.Assert;

/** Reads bytes as a browser sends them in a form: base64url, bounded. */
final class Sent {

	/** Attestations with certificates have 2 to 4 kB. */
	private static final int LONGEST = 16_384;

	private Sent() {
	}

	/**
	 * @throws IllegalArgumentException for nothing, too much, or other characters
	 */
	static Bytes bytes(String text) {
		Assert.isTrue(!text.isEmpty() && text.length() <= LONGEST, "not of a passkey's length");
		return Bytes.fromBase64(text);
	}

}

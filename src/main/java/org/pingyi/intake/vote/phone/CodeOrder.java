package org.pingyi.intake.vote.phone;

import java.util.Base64;
import java.util.regex.Pattern;

import org.pingyi.base.message.PhoneNumber;

import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;

/**
 * An order for a code. Only the browser that placed it can name it, so nobody else's
 * guesses are guesses at its code.
 *
 * @param token 32 random bytes, which the page holds and nobody stores
 */
public record CodeOrder(CodeUse use, PhoneNumber phone, String token) {

	private static final StringKeyGenerator TOKENS = new Base64StringKeyGenerator(
			Base64.getUrlEncoder().withoutPadding(), 32);

	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

	/**
	 * The order of a browser.
	 * @param held the token that its page holds of an earlier order, whose message may
	 * still arrive; anything else for a fresh one
	 */
	public static CodeOrder place(CodeUse use, PhoneNumber phone, String held) {
		return new CodeOrder(use, phone, TOKEN.matcher(held).matches() ? held : TOKENS.generateKey());
	}

	/** Never the token, wherever it might be logged. */
	@Override
	public String toString() {
		return "Code for " + this.phone;
	}

}

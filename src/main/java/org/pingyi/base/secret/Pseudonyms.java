package org.pingyi.base.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Turns what identifies a person into a value that only the holder of the secret, which
 * is kept outside the database, can make again.
 */
@Component
public class Pseudonyms {

	private static final int SHORTEST_SECRET = 32;

	private final KeyedHash hash;

	public Pseudonyms(@Value("${pingyi.secret:}") String secret, CipherSuite suite) {
		if (isTooShort(secret)) {
			throw SecretRefused.tooShort(SHORTEST_SECRET);
		}
		this.hash = suite.keyedHash(secret.getBytes(StandardCharsets.UTF_8));
	}

	/** Whether a secret hides nothing from whoever tries all that are as long. */
	public static boolean isTooShort(String secret) {
		return secret.length() < SHORTEST_SECRET;
	}

	/**
	 * HMAC in hexadecimal, 64 characters.
	 * @param purpose separates the pseudonyms of different uses: {@code vote.phone}
	 * @param value what is to be hidden
	 */
	public String of(String purpose, String value) {
		return this.hash.of(purpose, value);
	}

	/** HMAC over fields, as {@link KeyedHash#mac}. */
	public byte[] mac(String... fields) {
		return this.hash.mac(fields);
	}

	/** Whether a seal is the HMAC over these fields, and so nobody else's. */
	public boolean agrees(byte @Nullable [] seal, String... fields) {
		return seal != null && MessageDigest.isEqual(seal, mac(fields));
	}

	/** The same for whoever must not care which key it is. */
	public KeyedHash hash() {
		return this.hash;
	}

}

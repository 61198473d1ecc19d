package org.pingyi.base.account.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * Signs what a session holds with a key outside the database, bound to the session and to
 * the name of the value: nothing that was inserted, altered or moved there opens. HMAC
 * with SHA-256 (RFC 2104), in front of the content.
 */
@Component
class SessionSeal {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int LENGTH = 32;

	private final SecretKeySpec key;

	SessionSeal(Pseudonyms pseudonyms) {
		this.key = new SecretKeySpec(pseudonyms.mac("account.session"), ALGORITHM);
	}

	byte[] seal(String session, String name, byte[] content) {
		byte[] sealed = Arrays.copyOf(code(session, name, content, 0), LENGTH + content.length);
		System.arraycopy(content, 0, sealed, LENGTH, content.length);
		return sealed;
	}

	/** Whether this was sealed under this name of this session. */
	boolean holds(String session, String name, byte[] sealed) {
		return sealed.length > LENGTH
				&& MessageDigest.isEqual(Arrays.copyOf(sealed, LENGTH), code(session, name, sealed, LENGTH));
	}

	/** The content of what {@link #holds holds}. */
	static byte[] content(byte[] sealed) {
		return Arrays.copyOfRange(sealed, LENGTH, sealed.length);
	}

	/** The code of a session's ID, for its cookie. */
	byte[] code(String session) {
		return code(session, "", new byte[0], 0);
	}

	private byte[] code(String session, String name, byte[] content, int from) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			// Neither holds a NUL: PostgreSQL takes none in a text.
			mac.update((session + '\0' + name + '\0').getBytes(StandardCharsets.UTF_8));
			mac.update(content, from, content.length - from);
			return mac.doFinal();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

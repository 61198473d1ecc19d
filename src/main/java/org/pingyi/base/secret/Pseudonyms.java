package org.pingyi.base.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Turns what identifies a person into a value that only the holder of the key, which is
 * kept outside the database, can make again.
 */
@Component
public class Pseudonyms {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int SHORTEST_SECRET = 32;

	/**
	 * Initialised with the key and only ever cloned: a lookup costs more than the HMAC.
	 */
	private final Mac template;

	public Pseudonyms(@Value("${pingyi.secret:}") String secret) {
		if (secret.length() < SHORTEST_SECRET) {
			throw SecretRefused.tooShort(SHORTEST_SECRET);
		}
		this.template = initialised(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
	}

	private static Mac initialised(SecretKeySpec key) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			return mac;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * HMAC-SHA-256 in hexadecimal, 64 characters.
	 * @param purpose separates the pseudonyms of different uses: {@code vote.phone}
	 * @param value what is to be hidden
	 */
	public String of(String purpose, String value) {
		return HexFormat.of().formatHex(mac(purpose, value));
	}

	/**
	 * HMAC over fields, each preceded by its length, so that no two lists of fields are
	 * read alike.
	 */
	public byte[] mac(String... fields) {
		byte[][] texts = new byte[fields.length][];
		int length = 0;
		for (int field = 0; field < fields.length; field++) {
			texts[field] = fields[field].getBytes(StandardCharsets.UTF_8);
			length += Integer.BYTES + texts[field].length;
		}
		ByteBuffer whole = ByteBuffer.allocate(length);
		for (byte[] text : texts) {
			whole.putInt(text.length).put(text);
		}
		return mac().doFinal(whole.array());
	}

	private Mac mac() {
		try {
			return (Mac) this.template.clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package org.pingyi.intake.ballot;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

	private final SecretKeySpec key;

	Pseudonyms(@Value("${pingyi.secret:}") String secret) {
		if (secret.length() < SHORTEST_SECRET) {
			throw SecretRefused.tooShort(SHORTEST_SECRET);
		}
		this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	/**
	 * HMAC-SHA-256 in hexadecimal, 64 characters.
	 * @param purpose keeps the pseudonyms of different uses apart: {@code vote.phone}
	 * @param value what is to be hidden
	 */
	public String of(String purpose, String value) {
		return HexFormat.of().formatHex(mac(purpose, value));
	}

	/**
	 * HMAC over fields whose lengths count, so that none can borrow from its neighbour.
	 */
	byte[] mac(String... fields) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return mac.doFinal(joined(fields));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] joined(String... fields) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			for (String field : fields) {
				byte[] text = field.getBytes(StandardCharsets.UTF_8);
				out.writeInt(text.length);
				out.write(text);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}

package org.pingyi.base.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one key: a value that only the holder of the key makes again. */
public final class KeyedHash {

	private static final String ALGORITHM = "HmacSHA256";

	/**
	 * Initialised with the key and only ever cloned: a lookup costs more than the HMAC.
	 */
	private final Mac template;

	public KeyedHash(byte[] key) {
		try {
			this.template = Mac.getInstance(ALGORITHM);
			this.template.init(new SecretKeySpec(key, ALGORITHM));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * In hexadecimal, 64 characters.
	 * @param purpose separates the values of different uses: {@code vote.phone}
	 * @param value what is to be hidden
	 */
	public String of(String purpose, String value) {
		return HexFormat.of().formatHex(mac(purpose, value));
	}

	/**
	 * Over fields, each preceded by its length, so that no two lists of fields are read
	 * alike.
	 * @return 32 bytes
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

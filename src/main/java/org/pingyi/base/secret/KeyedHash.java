package org.pingyi.base.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * HMAC under one key, with the hash of the city's cipher suite: a value that only the
 * holder of the key makes again.
 */
public final class KeyedHash {

	private final UnaryOperator<byte[]> hmac;

	KeyedHash(UnaryOperator<byte[]> hmac) {
		this.hmac = hmac;
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
		return this.hmac.apply(whole.array());
	}

}

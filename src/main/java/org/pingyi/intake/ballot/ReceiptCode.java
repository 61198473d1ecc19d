package org.pingyi.intake.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * How a receipt is spelled: 20 signs of Crockford's alphabet (100 bits) in groups of
 * four, without the letters that are taken for digits.
 */
final class ReceiptCode {

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int SIGNS = 20;

	private static final int GROUP = 4;

	/** Bytes of a receipt's hash. */
	static final int HASH = 32;

	private ReceiptCode() {
	}

	static Receipt of(byte[] random) {
		BigInteger number = new BigInteger(1, random);
		StringBuilder code = new StringBuilder();
		for (int sign = 0; sign < SIGNS; sign++) {
			code.append((sign > 0 && sign % GROUP == 0) ? "-" : "");
			code.append(ALPHABET.charAt(number.shiftRight(sign * 5).intValue() & 31));
		}
		return new Receipt(code.toString());
	}

	/** SHA-256 of a code as people type it. */
	static byte[] hash(String code) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(plain(code).getBytes(StandardCharsets.US_ASCII));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String plain(String code) {
		return code.toUpperCase(Locale.ROOT)
			.replaceAll("[\\s\\p{Pd}]", "")
			.replace('O', '0')
			.replace('I', '1')
			.replace('L', '1');
	}

}

package org.pingyi.intake.ballot;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Proof that a ballot was taken in, without saying what it says. It is spelled in 20
 * characters of Crockford's alphabet (100 bits) in groups of four, without the letters
 * that are taken for digits.
 *
 * @param code to copy and to check later
 */
public record Receipt(String code) {

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int SIGNS = 20;

	private static final int GROUP = 4;

	private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]");

	/** Bytes of a receipt's hash. */
	static final int HASH = 32;

	static Receipt of(byte[] random) {
		StringBuilder code = new StringBuilder();
		for (int sign = 0; sign < SIGNS; sign++) {
			code.append((sign > 0 && sign % GROUP == 0) ? "-" : "");
			code.append(ALPHABET.charAt(fiveBits(random, sign * 5)));
		}
		return new Receipt(code.toString());
	}

	/** Five bits of a large number, counted from its end. */
	private static int fiveBits(byte[] number, int bit) {
		int at = number.length - 1 - bit / Byte.SIZE;
		int pair = ((number[at - 1] & 0xff) << Byte.SIZE) | (number[at] & 0xff);
		return (pair >> (bit % Byte.SIZE)) & 31;
	}

	/** A code as it was made, as it is hashed. */
	byte[] bytes() {
		return this.code.replace("-", "").getBytes(StandardCharsets.US_ASCII);
	}

	/** A code as people type it, as it is hashed. */
	static byte[] bytes(String code) {
		return plain(code).getBytes(StandardCharsets.US_ASCII);
	}

	private static String plain(String code) {
		return BETWEEN.matcher(code.toUpperCase(Locale.ROOT))
			.replaceAll("")
			.replace('O', '0')
			.replace('I', '1')
			.replace('L', '1');
	}

}

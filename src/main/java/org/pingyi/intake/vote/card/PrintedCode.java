package org.pingyi.intake.vote.card;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A code on paper: 15 signs chosen at random (74 bits) and one that checks them. The 31
 * signs leave out those that are taken for one another, 0 and O, 1, I and L; 31 is a
 * prime, so that one wrong sign and two signs in the wrong order never go unnoticed.
 *
 * @param signs sixteen signs without hyphens
 */
record PrintedCode(String signs) {

	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

	private static final int RANDOM_SIGNS = 15;

	private static final int GROUP = 4;

	private static final SecureRandom RANDOM = new SecureRandom();

	static PrintedCode fresh() {
		StringBuilder signs = new StringBuilder();
		for (int sign = 0; sign < RANDOM_SIGNS; sign++) {
			signs.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return new PrintedCode(signs.append(check(signs)).toString());
	}

	/**
	 * Reads what people type: small letters, blanks, hyphens and full width do not
	 * matter; empty when it was mistyped.
	 */
	static Optional<PrintedCode> read(String typed) {
		String signs = Normalizer.normalize(typed, Normalizer.Form.NFKC)
			.toUpperCase(Locale.ROOT)
			.replaceAll("[\\s\\p{Pd}]", "");
		boolean right = signs.length() == RANDOM_SIGNS + 1
				&& signs.chars().allMatch((sign) -> ALPHABET.indexOf(sign) >= 0)
				&& check(signs) == signs.charAt(RANDOM_SIGNS);
		return right ? Optional.of(new PrintedCode(signs)) : Optional.empty();
	}

	/** As it is printed: {@code 7KQ4-M2XD-9FPT-3HWA}. */
	String grouped() {
		StringBuilder grouped = new StringBuilder(this.signs);
		for (int place = RANDOM_SIGNS + 1 - GROUP; place > 0; place -= GROUP) {
			grouped.insert(place, '-');
		}
		return grouped.toString();
	}

	/** Never the code itself, wherever it might be logged. */
	@Override
	public String toString() {
		return "PrintedCode";
	}

	/** Each place weighs another number, so that places cannot be swapped. */
	private static char check(CharSequence signs) {
		int sum = 0;
		for (int place = 0; place < RANDOM_SIGNS; place++) {
			sum += (place + 1) * ALPHABET.indexOf(signs.charAt(place));
		}
		return ALPHABET.charAt(sum % ALPHABET.length());
	}

}

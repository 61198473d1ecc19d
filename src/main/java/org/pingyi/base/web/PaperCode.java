package org.pingyi.base.web;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Codes that are read from paper and typed: so many characters chosen at random (4.95
 * bits each) and a check character. The alphabet of 31 leaves out those that are taken
 * for one another, 0 and O, 1, I and L; 31 is a prime, so that one wrong character and
 * two characters in the wrong order never go unnoticed.
 *
 * @param random how many characters are chosen at random, at most 30
 */
public record PaperCode(int random) {

	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

	private static final int GROUP = 4;

	private static final SecureRandom RANDOM = new SecureRandom();

	/** A new code without hyphens. */
	public String next() {
		StringBuilder characters = new StringBuilder();
		for (int place = 0; place < this.random; place++) {
			characters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return characters.append(check(characters)).toString();
	}

	/**
	 * Reads what people type: lower-case letters, spaces, hyphens and full width do not
	 * matter; empty when it was mistyped.
	 */
	public Optional<String> read(String typed) {
		String characters = Normalizer.normalize(typed, Normalizer.Form.NFKC)
			.toUpperCase(Locale.ROOT)
			.replaceAll("[\\s\\p{Pd}]", "");
		boolean right = characters.length() == this.random + 1
				&& characters.chars().allMatch((character) -> ALPHABET.indexOf(character) >= 0)
				&& check(characters) == characters.charAt(this.random);
		return right ? Optional.of(characters) : Optional.empty();
	}

	/** As it is printed: {@code 7KQ4-M2XD-9FPT-3HWA}. */
	public static String grouped(String characters) {
		StringBuilder grouped = new StringBuilder(characters);
		for (int place = (characters.length() - 1) / GROUP * GROUP; place > 0; place -= GROUP) {
			grouped.insert(place, '-');
		}
		return grouped.toString();
	}

	/** Each place weighs another number, so that places cannot be swapped. */
	private char check(CharSequence characters) {
		int sum = 0;
		for (int place = 0; place < this.random; place++) {
			sum += (place + 1) * ALPHABET.indexOf(characters.charAt(place));
		}
		return ALPHABET.charAt(sum % ALPHABET.length());
	}

}

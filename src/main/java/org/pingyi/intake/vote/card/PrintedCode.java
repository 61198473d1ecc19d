package org.pingyi.intake.vote.card;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

import org.pingyi.base.secret.Pseudonyms;

/**
 * A code on paper: 15 characters chosen at random (74 bits) and a check character. The
 * alphabet of 31 leaves out those that are taken for one another, 0 and O, 1, I and L; 31
 * is a prime, so that one wrong character and two characters in the wrong order never go
 * unnoticed.
 *
 * @param characters sixteen characters without hyphens
 */
record PrintedCode(String characters) {

	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

	private static final int RANDOM_CHARACTERS = 15;

	private static final int GROUP = 4;

	private static final SecureRandom RANDOM = new SecureRandom();

	static PrintedCode random() {
		StringBuilder characters = new StringBuilder();
		for (int place = 0; place < RANDOM_CHARACTERS; place++) {
			characters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return new PrintedCode(characters.append(check(characters)).toString());
	}

	/**
	 * Reads what people type: small letters, blanks, hyphens and full width do not
	 * matter; empty when it was mistyped.
	 */
	static Optional<PrintedCode> read(String typed) {
		String characters = Normalizer.normalize(typed, Normalizer.Form.NFKC)
			.toUpperCase(Locale.ROOT)
			.replaceAll("[\\s\\p{Pd}]", "");
		boolean right = characters.length() == RANDOM_CHARACTERS + 1
				&& characters.chars().allMatch((character) -> ALPHABET.indexOf(character) >= 0)
				&& check(characters) == characters.charAt(RANDOM_CHARACTERS);
		return right ? Optional.of(new PrintedCode(characters)) : Optional.empty();
	}

	/** As it is printed: {@code 7KQ4-M2XD-9FPT-3HWA}. */
	String grouped() {
		StringBuilder grouped = new StringBuilder(this.characters);
		for (int place = RANDOM_CHARACTERS + 1 - GROUP; place > 0; place -= GROUP) {
			grouped.insert(place, '-');
		}
		return grouped.toString();
	}

	/** What stands for the code wherever it is stored. */
	String mac(Pseudonyms pseudonyms) {
		return pseudonyms.of("vote.printed", this.characters);
	}

	/** Never the code itself, wherever it might be logged. */
	@Override
	public String toString() {
		return "PrintedCode";
	}

	/** Each place weighs another number, so that places cannot be swapped. */
	private static char check(CharSequence characters) {
		int sum = 0;
		for (int place = 0; place < RANDOM_CHARACTERS; place++) {
			sum += (place + 1) * ALPHABET.indexOf(characters.charAt(place));
		}
		return ALPHABET.charAt(sum % ALPHABET.length());
	}

}

package org.pingyi.base.startup;

import java.util.Locale;
import java.util.Set;

import org.pingyi.base.secret.Pseudonyms;

/** Tells secrets and passwords that people made up from random ones. */
final class WeakText {

	private static final int SHORTEST_PASSWORD = 12;

	/**
	 * Half of 32 random hexadecimal digits differ from each other, as good as always ten.
	 */
	private static final int FEWEST_CHARACTERS = 10;

	private static final Set<String> MADE_UP = Set.of("secret", "password", "passwort", "changeme", "change-me",
			"example", "pingyi", "postgres", "12345678", "abcdefgh", "qwertyui", "admin");

	private WeakText() {
	}

	/**
	 * Whether a secret is missing, short or no random one: known words, few or repeated
	 * characters.
	 */
	static boolean isWeakSecret(String secret) {
		return Pseudonyms.isTooShort(secret) || holdsWords(secret)
				|| secret.chars().distinct().count() < FEWEST_CHARACTERS || repeats(secret)
				|| secret.chars().noneMatch(Character::isDigit) || secret.chars().noneMatch(Character::isLetter);
	}

	/** Whether a password is missing, short, or known to whoever knows its user. */
	static boolean isWeakPassword(String password, String user) {
		return password.length() < SHORTEST_PASSWORD || password.equalsIgnoreCase(user) || repeats(password)
				|| holdsWords(password);
	}

	private static boolean holdsWords(String secret) {
		String lower = secret.toLowerCase(Locale.ROOT);
		return MADE_UP.stream().anyMatch(lower::contains);
	}

	/** Whether it is one piece, said again and again. */
	private static boolean repeats(String text) {
		return !text.isEmpty() && (text + text).indexOf(text, 1) < text.length();
	}

}

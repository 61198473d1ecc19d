package org.pingyi.base.secret;

/**
 * The secret that hides who voted is missing, too short or not the one used so far: the
 * application does not start.
 */
public class SecretRefused extends RuntimeException {

	private SecretRefused(String message) {
		super(message);
	}

	static SecretRefused tooShort(int shortest) {
		return new SecretRefused("The property pingyi.secret (environment variable PINGYI_SECRET) must hold at least "
				+ shortest + " characters: it hides who voted, and is kept outside the database.");
	}

	public static SecretRefused changed() {
		return new SecretRefused("The property pingyi.secret (environment variable PINGYI_SECRET) has changed while a"
				+ " year is open: everybody could vote once more.");
	}

}

package org.pingyi.intake.ballot;

/**
 * The key that hides who voted is missing or too short: the application does not start.
 */
class SecretMissing extends RuntimeException {

	SecretMissing(int shortest) {
		super("The property pingyi.secret (environment variable PINGYI_SECRET) must hold at least " + shortest
				+ " characters: it hides who voted, is kept outside the database, and must never change while a year is open.");
	}

}

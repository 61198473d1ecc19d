package org.pingyi.intake.ballot.key;

import org.pingyi.base.secret.AuthenticatedCipher;
import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.KeyedHash;

/**
 * A key under which ballots and opinions wait, each kind under a key of its own that
 * follows from it, so that none passes for another.
 *
 * @param number stands before what is encrypted: of a span of time above 0, of a cycle's
 * close its number below 0, and 0 for what came before there were either
 */
public record BoxKey(int number, AuthenticatedCipher ballots, AuthenticatedCipher opinions) {

	/** Follows from the secret, and lives as long. */
	static final int OF_THE_SECRET = 0;

	private static final String BALLOTS = "ballot.box";

	private static final String OPINIONS = "ballot.box.opinion";

	static BoxKey of(int number, KeyedHash hash, CipherSuite suite) {
		return new BoxKey(number, suite.cipher(hash.mac(BALLOTS)), suite.cipher(hash.mac(OPINIONS)));
	}

	/** Whether its number is authenticated: not in what is older than numbers. */
	public boolean isAuthenticated() {
		return this.number != OF_THE_SECRET;
	}

	/** Its name among the keys. */
	public static String name(int number) {
		return (number < 0) ? "close-" + -number : "box-" + number;
	}

}

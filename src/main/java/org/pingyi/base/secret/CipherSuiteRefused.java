package org.pingyi.base.secret;

/**
 * The cipher suite is unknown or not the one chosen at the first start: the application
 * does not start.
 */
public class CipherSuiteRefused extends RuntimeException {

	private CipherSuiteRefused(String message) {
		super(message);
	}

	static CipherSuiteRefused unknown() {
		return new CipherSuiteRefused("The property pingyi.cryptography (environment variable PINGYI_CRYPTOGRAPHY) is"
				+ " neither international nor national.");
	}

	static CipherSuiteRefused changed(String chosen, String asked) {
		return new CipherSuiteRefused("The property pingyi.cryptography (environment variable PINGYI_CRYPTOGRAPHY) is "
				+ asked + ", but this city chose " + chosen
				+ " at its first start: rights, waiting ballots, receipts and signed logs would no longer fit.");
	}

}

package org.pingyi.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.BiPredicate;

/** The key that signs checkpoints, and the suite it belongs to. */
final class CityKey {

	private static final String NATIONAL = "national ";

	private final String line;

	private final Suite suite;

	private final BiPredicate<byte[], byte[]> signatures;

	private CityKey(String line, Suite suite, BiPredicate<byte[], byte[]> signatures) {
		this.line = line;
		this.suite = suite;
		this.signatures = signatures;
	}

	/**
	 * Reads a line with the name of the suite and the key in hexadecimal; without a name,
	 * the suite is the international one.
	 */
	static CityKey read(String file, String text) {
		String line = text.strip();
		boolean national = line.startsWith(NATIONAL);
		Suite suite = national ? Suite.NATIONAL : Suite.INTERNATIONAL;
		try {
			return new CityKey(line, suite,
					suite.signatures(Sha256.bytes(national ? line.substring(NATIONAL.length()) : line)));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new Unreadable(file, 1, "key");
		}
	}

	/** As {@code key.txt} gives it. */
	String line() {
		return this.line;
	}

	Suite suite() {
		return this.suite;
	}

	boolean signed(String content, byte[] signature) {
		return this.signatures.test(content.getBytes(StandardCharsets.UTF_8), signature);
	}

}

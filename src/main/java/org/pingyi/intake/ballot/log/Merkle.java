package org.pingyi.intake.ballot.log;

import java.nio.charset.StandardCharsets;

import org.pingyi.base.secret.CipherSuite;

import org.springframework.stereotype.Component;

/**
 * The hashes of a Merkle tree as RFC 6962, section 2.1, defines them, with the hash of
 * the city's cipher suite.
 */
@Component
public class Merkle {

	private static final byte[] LEAF = { 0 };

	private static final byte[] NODE = { 1 };

	private final CipherSuite suite;

	Merkle(CipherSuite suite) {
		this.suite = suite;
	}

	/** The root of a tree without leaves. */
	byte[] empty() {
		return this.suite.digest();
	}

	public byte[] leaf(byte[] entry) {
		return this.suite.digest(LEAF, entry);
	}

	public byte[] leaf(String entry) {
		return leaf(entry.getBytes(StandardCharsets.UTF_8));
	}

	byte[] node(byte[] left, byte[] right) {
		return this.suite.digest(NODE, left, right);
	}

}

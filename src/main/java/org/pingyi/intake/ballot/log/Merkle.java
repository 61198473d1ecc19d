package org.pingyi.intake.ballot.log;

import java.nio.charset.StandardCharsets;

import org.pingyi.base.audit.Sha256;

/** The hashes of a Merkle tree as RFC 6962, section 2.1, defines them. */
public final class Merkle {

	/** The root of a tree without leaves. */
	static final byte[] EMPTY = Sha256.of(new byte[0]);

	private static final byte[] LEAF = { 0 };

	private static final byte[] NODE = { 1 };

	private Merkle() {
	}

	public static byte[] leaf(byte[] entry) {
		return Sha256.of(LEAF, entry);
	}

	public static byte[] leaf(String entry) {
		return leaf(entry.getBytes(StandardCharsets.UTF_8));
	}

	static byte[] node(byte[] left, byte[] right) {
		return Sha256.of(NODE, left, right);
	}

}

package org.pingyi.intake.ballot.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of a Merkle tree as RFC 6962, section 2.1, defines them. */
public final class Merkle {

	private static final byte LEAF = 0;

	private static final byte NODE = 1;

	private Merkle() {
	}

	public static byte[] leaf(byte[] entry) {
		MessageDigest digest = sha256();
		digest.update(LEAF);
		return digest.digest(entry);
	}

	public static byte[] leaf(String entry) {
		return leaf(entry.getBytes(StandardCharsets.UTF_8));
	}

	static byte[] node(byte[] left, byte[] right) {
		MessageDigest digest = sha256();
		digest.update(NODE);
		digest.update(left);
		return digest.digest(right);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

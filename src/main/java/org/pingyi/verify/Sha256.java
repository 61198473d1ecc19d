package org.pingyi.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over parts, and the hashes of RFC 6962, section 2.1. */
final class Sha256 {

	private static final byte[] LEAF = { 0 };

	private static final byte[] NODE = { 1 };

	private Sha256() {
	}

	static byte[] of(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] leaf(byte[] entry) {
		return of(LEAF, entry);
	}

	static byte[] node(byte[] left, byte[] right) {
		return of(NODE, left, right);
	}

	static String hexOf(String text) {
		return hex(of(text.getBytes(StandardCharsets.UTF_8)));
	}

	static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

	static byte[] bytes(String hex) {
		return HexFormat.of().parseHex(hex);
	}

}

package org.pingyi.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over parts, and hexadecimal digits. */
final class Sha256 {

	/** Millions of leaves are hashed: it is looked up once. */
	private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::digest);

	private Sha256() {
	}

	static byte[] of(byte[]... parts) {
		MessageDigest digest = DIGEST.get();
		for (byte[] part : parts) {
			digest.update(part);
		}
		return digest.digest();
	}

	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
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

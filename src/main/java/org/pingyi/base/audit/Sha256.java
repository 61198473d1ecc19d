package org.pingyi.base.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** SHA-256 (FIPS 180-4) of bytes and texts. */
public final class Sha256 {

	private Sha256() {
	}

	/** The hash of these parts, one after the other. */
	public static byte[] of(byte[]... parts) {
		MessageDigest digest = digest();
		for (byte[] part : parts) {
			digest.update(part);
		}
		return digest.digest();
	}

	/** The hash of a text in UTF-8. */
	public static byte[] of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The hash in 64 hexadecimal digits. */
	public static String hex(byte[] content) {
		return HexFormat.of().formatHex(of(content));
	}

	/** The hash of a text in UTF-8, in 64 hexadecimal digits. */
	public static String hex(String text) {
		return HexFormat.of().formatHex(of(text));
	}

	/** The hash of all that can be read, in 64 hexadecimal digits. */
	public static String hex(InputStream content) throws IOException {
		DigestInputStream in = new DigestInputStream(content, digest());
		in.transferTo(OutputStream.nullOutputStream());
		return HexFormat.of().formatHex(in.getMessageDigest().digest());
	}

	/** The hash of what is written to a stream, in 64 hexadecimal digits. */
	public static String hex(Consumer<OutputStream> content) {
		MessageDigest digest = digest();
		content.accept(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
		return HexFormat.of().formatHex(digest.digest());
	}

	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

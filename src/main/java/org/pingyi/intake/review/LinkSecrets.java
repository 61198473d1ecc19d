package org.pingyi.intake.review;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

import org.pingyi.base.web.PaperCode;

/**
 * The tokens of personal links and what is derived from them (HKDF with SHA-256, RFC
 * 5869). A token is stored nowhere: neither the database nor the city's secret, nor both
 * together, lead to what is derived.
 */
final class LinkSecrets {

	/** 94 random bits, which a person can type from a letter. */
	private static final PaperCode CODES = new PaperCode(19);

	/** Tokens of links made by earlier versions: 256 random bits. */
	private static final Pattern EARLIER = Pattern.compile("[A-Za-z0-9_-]{43}");

	private LinkSecrets() {
	}

	static String token() {
		return CODES.next();
	}

	/** The token in what somebody typed, be it the code of a letter or the whole link. */
	static Optional<String> read(String typed) {
		String last = typed.strip().replaceFirst("^.*[/#]", "");
		return EARLIER.matcher(last).matches() ? Optional.of(last) : CODES.read(last);
	}

	static byte[] derive(String token, String purpose, int length) {
		HKDFBytesGenerator derivation = new HKDFBytesGenerator(new SHA256Digest());
		derivation.init(new HKDFParameters(bytes(token), null, bytes(purpose)));
		byte[] derived = new byte[length];
		derivation.generateBytes(derived, 0, length);
		return derived;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

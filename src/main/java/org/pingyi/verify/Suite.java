package org.pingyi.verify;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.function.BiPredicate;

/**
 * The algorithms of a city's logs, which {@code key.txt} says; trees are those of RFC
 * 6962, section 2.1.
 */
enum Suite {

	/** SHA-256 and Ed25519; not named in the files. */
	INTERNATIONAL {

		@Override
		byte[] hash(byte[]... parts) {
			return Sha256.of(parts);
		}

		@Override
		BiPredicate<byte[], byte[]> signatures(byte[] publicKey) throws GeneralSecurityException {
			PublicKey key = KeyFactory.getInstance(ED25519)
				.generatePublic(new X509EncodedKeySpec(Sha256.bytes(PREFIX + Sha256.hex(publicKey))));
			return (content, signature) -> isSigned(key, content, signature);
		}

	},

	/** SM3 and SM2. */
	NATIONAL {

		@Override
		byte[] hash(byte[]... parts) {
			return National.sm3(parts);
		}

		@Override
		BiPredicate<byte[], byte[]> signatures(byte[] publicKey) {
			return National.sm2(publicKey);
		}

	};

	private static final String ED25519 = "Ed25519";

	/** How RFC 8410 leads the 32 bytes of a public key. */
	private static final String PREFIX = "302a300506032b6570032100";

	private static final byte[] LEAF = { 0 };

	private static final byte[] NODE = { 1 };

	abstract byte[] hash(byte[]... parts);

	/**
	 * What tells of a content and a signature whether they belong together.
	 * @throws GeneralSecurityException for bytes that are no key, or an
	 * {@link IllegalArgumentException}
	 */
	abstract BiPredicate<byte[], byte[]> signatures(byte[] publicKey) throws GeneralSecurityException;

	byte[] leaf(byte[] entry) {
		return hash(LEAF, entry);
	}

	byte[] node(byte[] left, byte[] right) {
		return hash(NODE, left, right);
	}

	private static boolean isSigned(PublicKey key, byte[] content, byte[] signature) {
		try {
			Signature verifier = Signature.getInstance(ED25519);
			verifier.initVerify(key);
			verifier.update(content);
			return verifier.verify(signature);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

}

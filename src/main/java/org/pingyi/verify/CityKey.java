package org.pingyi.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;

/** The key that signs checkpoints (Ed25519). */
final class CityKey {

	/** How RFC 8410 leads the 32 bytes of a public key. */
	private static final String PREFIX = "302a300506032b6570032100";

	private final PublicKey key;

	private CityKey(PublicKey key) {
		this.key = key;
	}

	static CityKey read(String file, String hex) {
		try {
			byte[] encoded = Sha256.bytes(PREFIX + hex.strip());
			return new CityKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new Unreadable(file, 1, "key");
		}
	}

	boolean signed(String content, byte[] signature) {
		try {
			Signature verifier = Signature.getInstance("Ed25519");
			verifier.initVerify(this.key);
			verifier.update(content.getBytes(StandardCharsets.UTF_8));
			return verifier.verify(signature);
		}
		catch (SignatureException | InvalidKeyException ex) {
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

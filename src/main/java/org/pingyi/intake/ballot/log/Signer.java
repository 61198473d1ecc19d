package org.pingyi.intake.ballot.log;

import java.nio.charset.StandardCharsets;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * Signs checkpoints (Ed25519) with a key that follows from the secret outside the
 * database.
 */
@Component
class Signer {

	private final Ed25519PrivateKeyParameters key;

	Signer(Pseudonyms pseudonyms) {
		this.key = new Ed25519PrivateKeyParameters(pseudonyms.mac("ballot.checkpoint"));
	}

	byte[] sign(String content) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		Ed25519Signer signer = new Ed25519Signer();
		signer.init(true, this.key);
		signer.update(bytes, 0, bytes.length);
		return signer.generateSignature();
	}

	/** The 32 bytes of the public key. */
	byte[] publicKey() {
		return this.key.generatePublicKey().getEncoded();
	}

}

package org.pingyi.intake.ballot.log;

import java.nio.charset.StandardCharsets;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

import org.pingyi.base.secret.Keys;
import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * Signs checkpoints (Ed25519) with a key of its own outside the database, made at the
 * first start. A city that signed before there was one goes on with the key that follows
 * from its secret: the public key is known to everybody who verifies.
 */
@Component
class Signer {

	private static final String NAME = "checkpoint";

	private final Ed25519PrivateKeyParameters key;

	Signer(Keys keys, Pseudonyms pseudonyms, CheckpointRepository checkpoints) {
		byte[] seed = keys.find(NAME)
			.orElseGet(() -> checkpoints.existsBy() ? pseudonyms.mac("ballot.checkpoint") : keys.create(NAME));
		this.key = new Ed25519PrivateKeyParameters(seed);
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

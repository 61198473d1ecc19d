package org.pingyi.intake.ballot.log;

import java.nio.charset.StandardCharsets;

import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.Keys;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.secret.SigningKey;

import org.springframework.stereotype.Component;

/**
 * Signs checkpoints with a key of its own outside the database, made at the first start.
 * A city that signed before there was one goes on with the key that follows from its
 * secret: the public key is known to everybody who verifies.
 */
@Component
class Signer {

	private static final String NAME = "checkpoint";

	private final SigningKey key;

	private final CheckpointKey publicKey;

	Signer(Keys keys, Pseudonyms pseudonyms, CipherSuite suite, CheckpointRepository checkpoints) {
		byte[] seed = keys.find(NAME)
			.orElseGet(() -> checkpoints.existsBy() ? pseudonyms.mac("ballot.checkpoint") : keys.create(NAME));
		this.key = suite.signingKey(seed);
		this.publicKey = new CheckpointKey(suite, this.key.publicKey());
	}

	byte[] sign(String content) {
		return this.key.sign(content.getBytes(StandardCharsets.UTF_8));
	}

	/** The public key. */
	CheckpointKey publicKey() {
		return this.publicKey;
	}

}

package org.pingyi.intake.ballot.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.Keys;
import org.pingyi.base.secret.KeysRefused;
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
		this.key = keys.find(NAME)
			.map(suite::signingKey)
			.or(() -> checkpoints.findFirstByOrderByCycleDescSizeDescActsDesc()
				.map((last) -> ofTheSecret(pseudonyms, suite, last)))
			.orElseGet(() -> suite.signingKey(keys.create(NAME)));
		this.publicKey = new CheckpointKey(suite, this.key.publicKey());
	}

	/**
	 * Only a city that signed with it signs on with it, or whoever takes the other key's
	 * name out of the database has checkpoints signed with this one. Before there was the
	 * other there was Ed25519 alone, which signs the same in the same way.
	 */
	private static SigningKey ofTheSecret(Pseudonyms pseudonyms, CipherSuite suite, Checkpoint last) {
		SigningKey key = suite.signingKey(pseudonyms.mac("ballot.checkpoint"));
		if (!Arrays.equals(key.sign(last.content().getBytes(StandardCharsets.UTF_8)), last.signature())) {
			throw KeysRefused.missing(NAME);
		}
		return key;
	}

	byte[] sign(String content) {
		return this.key.sign(content.getBytes(StandardCharsets.UTF_8));
	}

	/** Whether this key signed a content so. */
	boolean signed(String content, byte[] signature) {
		return this.key.signed(content.getBytes(StandardCharsets.UTF_8), signature);
	}

	/** The public key. */
	CheckpointKey publicKey() {
		return this.publicKey;
	}

}

package org.pingyi.base.secret;

import java.security.MessageDigest;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

/**
 * Proves that a key was given up by an act of this product: an HMAC, which a statement of
 * SQL cannot make.
 */
@Component
class ErasureProof {

	private final Pseudonyms pseudonyms;

	ErasureProof(Pseudonyms pseudonyms) {
		this.pseudonyms = pseudonyms;
	}

	byte[] of(String name, LocalDate day) {
		return this.pseudonyms.mac("secret.erasure", name, day.toString());
	}

	/** Whether an act gave this key up. */
	boolean proves(KnownKey key) {
		return key.erasedOn() != null && key.erasure() != null
				&& MessageDigest.isEqual(key.erasure(), of(key.name(), key.erasedOn()));
	}

}

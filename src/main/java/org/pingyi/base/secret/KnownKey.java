package org.pingyi.base.secret;

import java.security.MessageDigest;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Sha256;

/**
 * A key as the database knows it.
 *
 * @param fingerprint SHA-256 of the key
 * @param erasedOn the day on which it was given up for good, or null while it is needed
 * @param erasure the {@link ErasureProof proof} that an act did so, or null
 */
record KnownKey(String name, byte[] fingerprint, @Nullable LocalDate erasedOn, byte @Nullable [] erasure) {

	boolean isErased() {
		return this.erasedOn != null;
	}

	boolean is(byte[] key) {
		return MessageDigest.isEqual(this.fingerprint, Sha256.of(key));
	}

}

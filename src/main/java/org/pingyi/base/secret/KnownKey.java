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

	/**
	 * Keys with a number are given up one day; one without is needed as long as the city.
	 */
	boolean isForEver() {
		return this.name.indexOf('-') < 0;
	}

	/**
	 * Whether it was not given up.
	 * @throws KeysRefused when only a statement of SQL can have given it up
	 */
	boolean isNeeded() {
		if (isErased() && isForEver()) {
			throw KeysRefused.givenUp(this.name);
		}
		return !isErased();
	}

	boolean is(byte[] key) {
		return MessageDigest.isEqual(this.fingerprint, Sha256.of(key));
	}

}

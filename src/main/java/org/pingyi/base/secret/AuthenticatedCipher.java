package org.pingyi.base.secret;

import java.util.Optional;

/**
 * Encryption under one key in Galois/Counter Mode: what was altered is not decrypted. The
 * encrypted form is a random nonce, the content and a tag.
 */
public interface AuthenticatedCipher {

	/** Bytes of a nonce. */
	int NONCE = 12;

	/** Bytes of a tag. */
	int TAG = 16;

	/** By how many bytes the encrypted form is longer. */
	int OVERHEAD = NONCE + TAG;

	/**
	 * Encrypts into an array.
	 * @param authenticated what must be the same to decrypt it, besides the key
	 * @param to takes the encrypted form
	 * @param at where in it that begins; it ends with the array
	 */
	void encrypt(byte[] authenticated, byte[] plain, byte[] to, int at);

	/**
	 * Decrypts what an array holds from some place on.
	 * @return the content, or nothing when anything was altered
	 */
	Optional<byte[]> decrypt(byte[] authenticated, byte[] from, int at);

}

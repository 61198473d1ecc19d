package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Locks waiting ballots away (AES-256-GCM): a right and its ballot are committed
 * together, and whoever reads the database could put them together again.
 */
@Component
class Boxes {

	private static final String CIPHER = "AES/GCM/NoPadding";

	private static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	private final SecureRandom random = new SecureRandom();

	private final SecretKeySpec key;

	/** Looking for it anew costs more than locking a box. */
	private final Provider provider;

	Boxes(Pseudonyms pseudonyms) {
		this.key = new SecretKeySpec(pseudonyms.mac("ballot.box"), "AES");
		this.provider = provider();
	}

	private static Provider provider() {
		try {
			return Cipher.getInstance(CIPHER).getProvider();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The nonce, and after it the encrypted ballot with its tag. */
	byte[] lock(WaitingBallot ballot) {
		byte[] nonce = new byte[NONCE];
		this.random.nextBytes(nonce);
		byte[] locked = run(Cipher.ENCRYPT_MODE, nonce, ballot.bytes(), 0);
		return ByteBuffer.allocate(NONCE + locked.length).put(nonce).put(locked).array();
	}

	/**
	 * Opens a box.
	 * @throws IllegalStateException when it was not locked here, or was changed
	 */
	WaitingBallot open(byte[] box) {
		return WaitingBallot.read(run(Cipher.DECRYPT_MODE, ByteBuffer.wrap(box, 0, NONCE).array(), box, NONCE));
	}

	private byte[] run(int mode, byte[] nonce, byte[] input, int offset) {
		try {
			Cipher cipher = Cipher.getInstance(CIPHER, this.provider);
			cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
			return cipher.doFinal(input, offset, input.length - offset);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A waiting ballot cannot be locked or opened", ex);
		}
	}

}

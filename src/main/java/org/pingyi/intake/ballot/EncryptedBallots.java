package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * Encrypts waiting ballots (AES-256-GCM): a right and its ballot are committed together,
 * and whoever reads the database could put them together again.
 */
@Component
class EncryptedBallots {

	private static final String CIPHER = "AES/GCM/NoPadding";

	private static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	private final SecureRandom random = new SecureRandom();

	/** Each kind has a key of its own, so that none passes for another. */
	private final SecretKeySpec ballots;

	private final SecretKeySpec opinions;

	/** Looking for it anew costs more than encrypting a ballot. */
	private final Provider provider;

	EncryptedBallots(Pseudonyms pseudonyms) {
		this.ballots = new SecretKeySpec(pseudonyms.mac("ballot.box"), "AES");
		this.opinions = new SecretKeySpec(pseudonyms.mac("ballot.box.opinion"), "AES");
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

	byte[] encrypt(WaitingBallot ballot) {
		return encrypt(this.ballots, ballot.bytes());
	}

	byte[] encrypt(WaitingOpinion opinion) {
		return encrypt(this.opinions, opinion.bytes());
	}

	/** The nonce, and after it the encrypted content with its tag. */
	private byte[] encrypt(SecretKeySpec key, byte[] plain) {
		byte[] nonce = new byte[NONCE];
		this.random.nextBytes(nonce);
		try {
			byte[] encrypted = run(Cipher.ENCRYPT_MODE, key, nonce, plain, 0);
			return ByteBuffer.allocate(NONCE + encrypted.length).put(nonce).put(encrypted).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A ballot cannot be encrypted", ex);
		}
	}

	/** A ballot, or nothing when it was altered. */
	Optional<WaitingBallot> ballot(byte[] encrypted) {
		return decrypt(this.ballots, encrypted).map(WaitingBallot::read);
	}

	/**
	 * An opinion, be it the decoy {@link WaitingOpinion#NONE}, or nothing when it was
	 * altered.
	 */
	Optional<WaitingOpinion> opinion(byte[] encrypted) {
		return decrypt(this.opinions, encrypted).map(WaitingOpinion::read);
	}

	private Optional<byte[]> decrypt(SecretKeySpec key, byte[] encrypted) {
		if (encrypted.length < NONCE) {
			return Optional.empty();
		}
		try {
			return Optional.of(run(Cipher.DECRYPT_MODE, key, Arrays.copyOf(encrypted, NONCE), encrypted, NONCE));
		}
		catch (AEADBadTagException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A ballot cannot be decrypted", ex);
		}
	}

	private byte[] run(int mode, SecretKeySpec key, byte[] nonce, byte[] input, int offset)
			throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(CIPHER, this.provider);
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
		return cipher.doFinal(input, offset, input.length - offset);
	}

}

package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.pingyi.intake.ballot.key.BoxKey;
import org.pingyi.intake.ballot.key.BoxKeys;

import org.springframework.stereotype.Component;

/**
 * Encrypts waiting ballots (AES-256-GCM): a right and its ballot are committed together,
 * and whoever reads the database could put them together again. What is encrypted is the
 * key's number, which is authenticated, the nonce, and the content with its tag.
 */
@Component
class EncryptedBallots {

	private static final String CIPHER = "AES/GCM/NoPadding";

	private static final int NONCE = 12;

	private static final int HEAD = Integer.BYTES + NONCE;

	private static final int TAG_BITS = 128;

	private final SecureRandom random = new SecureRandom();

	private final BoxKeys keys;

	/** Looking for it anew costs more than encrypting a ballot. */
	private final Provider provider;

	EncryptedBallots(BoxKeys keys) {
		this.keys = keys;
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
		return encrypt(ballot, this.keys.current());
	}

	byte[] encrypt(WaitingBallot ballot, BoxKey key) {
		return encrypt(key, key.ballots(), ballot.bytes());
	}

	byte[] encrypt(WaitingOpinion opinion) {
		return encrypt(opinion, this.keys.current());
	}

	byte[] encrypt(WaitingOpinion opinion, BoxKey key) {
		return encrypt(key, key.opinions(), opinion.bytes());
	}

	private byte[] encrypt(BoxKey key, SecretKeySpec secret, byte[] plain) {
		byte[] nonce = new byte[NONCE];
		this.random.nextBytes(nonce);
		byte[] box = new byte[HEAD + plain.length + TAG_BITS / Byte.SIZE];
		ByteBuffer.wrap(box).putInt(key.number()).put(nonce);
		try {
			cipher(Cipher.ENCRYPT_MODE, key, secret, box).doFinal(plain, 0, plain.length, box, HEAD);
			return box;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A ballot cannot be encrypted", ex);
		}
	}

	/** A ballot, or nothing when it was altered. */
	Optional<WaitingBallot> ballot(byte[] box) {
		return key(box).flatMap((key) -> decrypt(key, key.ballots(), box)).map(WaitingBallot::read);
	}

	/**
	 * An opinion, be it the decoy {@link WaitingOpinion#NONE}, or nothing when it was
	 * altered.
	 */
	Optional<WaitingOpinion> opinion(byte[] box) {
		return key(box).flatMap((key) -> decrypt(key, key.opinions(), box)).map(WaitingOpinion::read);
	}

	/** The number of the key under which something is encrypted, or says so. */
	static int number(byte[] box) {
		return ByteBuffer.wrap(box).getInt();
	}

	/** Whether something is encrypted under a key, or says so though it was cut off. */
	static boolean isUnder(int number, byte[] box) {
		return box.length >= Integer.BYTES && number(box) == number;
	}

	private Optional<BoxKey> key(byte[] box) {
		return (box.length < HEAD) ? Optional.empty() : this.keys.find(number(box));
	}

	private Optional<byte[]> decrypt(BoxKey key, SecretKeySpec secret, byte[] box) {
		try {
			return Optional.of(cipher(Cipher.DECRYPT_MODE, key, secret, box).doFinal(box, HEAD, box.length - HEAD));
		}
		catch (AEADBadTagException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A ballot cannot be decrypted", ex);
		}
	}

	private Cipher cipher(int mode, BoxKey key, SecretKeySpec secret, byte[] box) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(CIPHER, this.provider);
		cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, box, Integer.BYTES, NONCE));
		if (key.isAuthenticated()) {
			cipher.updateAAD(box, 0, Integer.BYTES);
		}
		return cipher;
	}

}

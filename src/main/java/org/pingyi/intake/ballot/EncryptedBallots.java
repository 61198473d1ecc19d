package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

import org.pingyi.base.secret.AuthenticatedCipher;
import org.pingyi.intake.ballot.key.BoxKey;
import org.pingyi.intake.ballot.key.BoxKeys;

import org.springframework.stereotype.Component;

/**
 * Encrypts waiting ballots: a right and its ballot are committed together, and whoever
 * reads the database could put them together again. What is encrypted is the key's
 * number, which is authenticated, the nonce, and the content with its tag.
 */
@Component
class EncryptedBallots {

	private static final int HEAD = Integer.BYTES;

	private static final byte[] NOTHING = {};

	private final BoxKeys keys;

	EncryptedBallots(BoxKeys keys) {
		this.keys = keys;
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

	private static byte[] encrypt(BoxKey key, AuthenticatedCipher cipher, byte[] plain) {
		byte[] box = new byte[HEAD + AuthenticatedCipher.OVERHEAD + plain.length];
		ByteBuffer.wrap(box).putInt(key.number());
		cipher.encrypt(head(key, box), plain, box, HEAD);
		return box;
	}

	private static byte[] head(BoxKey key, byte[] box) {
		return key.isAuthenticated() ? Arrays.copyOf(box, HEAD) : NOTHING;
	}

	/** A ballot, or nothing when it was altered. */
	Optional<WaitingBallot> ballot(byte[] box) {
		return key(box).flatMap((key) -> key.ballots().decrypt(head(key, box), box, HEAD)).map(WaitingBallot::read);
	}

	/**
	 * An opinion, be it the decoy {@link WaitingOpinion#NONE}, or nothing when it was
	 * altered.
	 */
	Optional<WaitingOpinion> opinion(byte[] box) {
		return key(box).flatMap((key) -> key.opinions().decrypt(head(key, box), box, HEAD)).map(WaitingOpinion::read);
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

}

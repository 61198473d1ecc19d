package org.pingyi.intake.review;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one sheet's drafts (AES-256-GCM), derived from the token of its personal
 * link.
 */
final class SheetKey {

	private static final String CIPHER = "AES/GCM/NoPadding";

	private static final String PURPOSE = "review.draft";

	private static final int KEY = 32;

	private static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final SecretKeySpec key;

	private final long invitation;

	private SheetKey(SecretKeySpec key, long invitation) {
		this.key = key;
		this.invitation = invitation;
	}

	static SheetKey of(String token, long invitation) {
		return new SheetKey(new SecretKeySpec(LinkSecrets.derive(token, PURPOSE, KEY), "AES"), invitation);
	}

	/** Good for this unit of this sheet and no other: the nonce, the content, the tag. */
	byte[] encrypt(long unit, byte[] plain) {
		byte[] nonce = new byte[NONCE];
		RANDOM.nextBytes(nonce);
		try {
			byte[] encrypted = run(Cipher.ENCRYPT_MODE, unit, nonce, plain, 0);
			return ByteBuffer.allocate(NONCE + encrypted.length).put(nonce).put(encrypted).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A draft cannot be encrypted", ex);
		}
	}

	/** Nothing when the box was altered, or made for another unit, sheet or link. */
	Optional<byte[]> decrypt(long unit, byte[] box) {
		if (box.length < NONCE) {
			return Optional.empty();
		}
		try {
			return Optional.of(run(Cipher.DECRYPT_MODE, unit, Arrays.copyOf(box, NONCE), box, NONCE));
		}
		catch (AEADBadTagException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A draft cannot be decrypted", ex);
		}
	}

	private byte[] run(int mode, long unit, byte[] nonce, byte[] input, int offset) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(CIPHER);
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(ByteBuffer.allocate(2 * Long.BYTES).putLong(this.invitation).putLong(unit).flip());
		return cipher.doFinal(input, offset, input.length - offset);
	}

}

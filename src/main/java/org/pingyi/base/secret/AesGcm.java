package org.pingyi.base.secret;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM by the JDK. */
final class AesGcm implements AuthenticatedCipher {

	private static final String CIPHER = "AES/GCM/NoPadding";

	private static final SecureRandom RANDOM = new SecureRandom();

	/** Looking for it anew costs more than encrypting a ballot. */
	private static final Provider PROVIDER = provider();

	private final SecretKeySpec key;

	AesGcm(byte[] key) {
		this.key = new SecretKeySpec(key, "AES");
	}

	private static Provider provider() {
		try {
			return Cipher.getInstance(CIPHER).getProvider();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void encrypt(byte[] authenticated, byte[] plain, byte[] to, int at) {
		byte[] nonce = new byte[NONCE];
		RANDOM.nextBytes(nonce);
		System.arraycopy(nonce, 0, to, at, NONCE);
		try {
			cipher(Cipher.ENCRYPT_MODE, authenticated, to, at).doFinal(plain, 0, plain.length, to, at + NONCE);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Something cannot be encrypted", ex);
		}
	}

	@Override
	public Optional<byte[]> decrypt(byte[] authenticated, byte[] from, int at) {
		if (from.length - at < NONCE) {
			return Optional.empty();
		}
		try {
			return Optional.of(cipher(Cipher.DECRYPT_MODE, authenticated, from, at).doFinal(from, at + NONCE,
					from.length - at - NONCE));
		}
		catch (AEADBadTagException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Something cannot be decrypted", ex);
		}
	}

	private Cipher cipher(int mode, byte[] authenticated, byte[] box, int at) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(CIPHER, PROVIDER);
		cipher.init(mode, this.key, new GCMParameterSpec(TAG * Byte.SIZE, box, at, NONCE));
		cipher.updateAAD(authenticated);
		return cipher;
	}

}

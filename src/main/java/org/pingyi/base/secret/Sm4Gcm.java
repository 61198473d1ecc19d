package org.pingyi.base.secret;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 in Galois/Counter Mode (GB/T 32907, RFC 8998). */
final class Sm4Gcm implements AuthenticatedCipher {

	private static final int KEY = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final KeyParameter key;

	Sm4Gcm(byte[] key) {
		this.key = new KeyParameter(key, 0, KEY);
	}

	@Override
	public void encrypt(byte[] authenticated, byte[] plain, byte[] to, int at) {
		byte[] nonce = new byte[NONCE];
		RANDOM.nextBytes(nonce);
		encrypt(nonce, authenticated, plain, to, at);
	}

	/** The same with a nonce that is given, for the examples of the standard. */
	void encrypt(byte[] nonce, byte[] authenticated, byte[] plain, byte[] to, int at) {
		System.arraycopy(nonce, 0, to, at, NONCE);
		try {
			GCMModeCipher cipher = cipher(true, authenticated, nonce);
			int written = cipher.processBytes(plain, 0, plain.length, to, at + NONCE);
			cipher.doFinal(to, at + NONCE + written);
		}
		catch (InvalidCipherTextException ex) {
			throw new IllegalStateException("Something cannot be encrypted", ex);
		}
	}

	@Override
	public Optional<byte[]> decrypt(byte[] authenticated, byte[] from, int at) {
		int length = from.length - at - OVERHEAD;
		if (length < 0) {
			return Optional.empty();
		}
		GCMModeCipher cipher = cipher(false, authenticated, Arrays.copyOfRange(from, at, at + NONCE));
		byte[] plain = new byte[length];
		try {
			int written = cipher.processBytes(from, at + NONCE, length + TAG, plain, 0);
			cipher.doFinal(plain, written);
			return Optional.of(plain);
		}
		catch (InvalidCipherTextException ex) {
			return Optional.empty();
		}
	}

	private GCMModeCipher cipher(boolean encrypt, byte[] authenticated, byte[] nonce) {
		GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
		cipher.init(encrypt, new AEADParameters(this.key, TAG * Byte.SIZE, nonce, authenticated));
		return cipher;
	}

}

package org.pingyi.base.secret;

import java.util.HexFormat;

import javax.crypto.spec.SecretKeySpec;

import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Encrypts what must be readable again later, with keys derived from the secret that is
 * kept outside the database.
 */
@Component
public class Encryptors {

	private static final int NONCE = 16;

	private final Pseudonyms pseudonyms;

	private final CipherSuite suite;

	Encryptors(Pseudonyms pseudonyms, CipherSuite suite) {
		this.pseudonyms = pseudonyms;
		this.suite = suite;
	}

	/**
	 * Galois/Counter Mode, with AES-256 or SM4: a text that was altered is not decrypted.
	 * What was never encrypted here, too short ones among it, fails alike with an
	 * {@link IllegalStateException}.
	 * @param purpose separates the keys of different uses: {@code message.sms}
	 */
	public BytesEncryptor of(String purpose) {
		byte[] key = HexFormat.of().parseHex(this.pseudonyms.of(purpose, ""));
		return switch (this.suite) {
			case INTERNATIONAL -> new Checked(new AesBytesEncryptor(new SecretKeySpec(key, "AES"),
					KeyGenerators.secureRandom(NONCE), AesBytesEncryptor.CipherAlgorithm.GCM));
			case NATIONAL -> new OfTheSuite(this.suite.cipher(key));
		};
	}

	/** The library takes for granted that a text begins with a whole nonce. */
	private record Checked(BytesEncryptor encryptor) implements BytesEncryptor {

		@Override
		public byte[] encrypt(byte[] text) {
			return this.encryptor.encrypt(text);
		}

		@Override
		public byte[] decrypt(byte[] encrypted) {
			if (encrypted.length < NONCE) {
				throw new IllegalStateException("shorter than a nonce");
			}
			return this.encryptor.decrypt(encrypted);
		}

	}

	private record OfTheSuite(AuthenticatedCipher cipher) implements BytesEncryptor {

		private static final byte[] NOTHING = {};

		@Override
		public byte[] encrypt(byte[] text) {
			byte[] encrypted = new byte[text.length + AuthenticatedCipher.OVERHEAD];
			this.cipher.encrypt(NOTHING, text, encrypted, 0);
			return encrypted;
		}

		@Override
		public byte[] decrypt(byte[] encrypted) {
			return this.cipher.decrypt(NOTHING, encrypted, 0)
				.orElseThrow(() -> new IllegalStateException("altered, or never encrypted here"));
		}

	}

}

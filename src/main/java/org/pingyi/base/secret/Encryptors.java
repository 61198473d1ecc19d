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

	Encryptors(Pseudonyms pseudonyms) {
		this.pseudonyms = pseudonyms;
	}

	/**
	 * AES-256 in Galois/Counter mode: a text that was altered is not decrypted. What was
	 * never encrypted here, too short ones among it, fails alike with an
	 * {@link IllegalStateException}.
	 * @param purpose separates the keys of different uses: {@code message.sms}
	 */
	public BytesEncryptor of(String purpose) {
		byte[] key = HexFormat.of().parseHex(this.pseudonyms.of(purpose, ""));
		return new Checked(new AesBytesEncryptor(new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(NONCE),
				AesBytesEncryptor.CipherAlgorithm.GCM));
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

}

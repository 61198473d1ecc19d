package org.pingyi.base.secret;

import java.util.HexFormat;

import javax.crypto.spec.SecretKeySpec;

import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Encrypts what must come back readable later, with keys that come of the secret outside
 * the database.
 */
@Component
public class Encryptors {

	private static final int NONCE = 16;

	private final Pseudonyms pseudonyms;

	Encryptors(Pseudonyms pseudonyms) {
		this.pseudonyms = pseudonyms;
	}

	/**
	 * AES-256 in Galois/Counter mode: what was changed does not open.
	 * @param purpose keeps the keys of different uses apart
	 */
	public BytesEncryptor of(String purpose) {
		byte[] key = HexFormat.of().parseHex(this.pseudonyms.of(purpose, ""));
		return new AesBytesEncryptor(new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(NONCE),
				AesBytesEncryptor.CipherAlgorithm.GCM);
	}

}

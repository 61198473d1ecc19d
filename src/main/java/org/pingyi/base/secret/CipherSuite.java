package org.pingyi.base.secret;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.pingyi.base.audit.Sha256;

/**
 * The algorithms under which a city hides rights, encrypts ballots, makes receipts and
 * signs checkpoints. A city chooses once, at its first start
 * ({@code src/docs/decisions/0022-national-cryptography.md}).
 */
public enum CipherSuite {

	/** SHA-256, HMAC-SHA-256, AES-256-GCM and Ed25519. */
	INTERNATIONAL("SHA-256", "Ed25519") {

		@Override
		public byte[] digest(byte[]... parts) {
			return Sha256.of(parts);
		}

		@Override
		public KeyedHash keyedHash(byte[] key) {
			return new KeyedHash(Hmac.sha256(key));
		}

		@Override
		public AuthenticatedCipher cipher(byte[] key) {
			return new AesGcm(key);
		}

		@Override
		public SigningKey signingKey(byte[] seed) {
			return new Ed25519Key(seed);
		}

	},

	/**
	 * SM3 (GB/T 32905), HMAC-SM3 (GB/T 15852.2), SM4-GCM (GB/T 32907, GB/T 36624) and SM2
	 * (GB/T 32918).
	 */
	NATIONAL("SM3", "SM2") {

		@Override
		public byte[] digest(byte[]... parts) {
			return Sm3.of(parts);
		}

		@Override
		public KeyedHash keyedHash(byte[] key) {
			return new KeyedHash(Hmac.sm3(key));
		}

		@Override
		public AuthenticatedCipher cipher(byte[] key) {
			return new Sm4Gcm(key);
		}

		@Override
		public SigningKey signingKey(byte[] seed) {
			return new Sm2Key(seed);
		}

	};

	private final String hash;

	private final String signature;

	CipherSuite(String hash, String signature) {
		this.hash = hash;
		this.signature = signature;
	}

	/**
	 * The suite of a setting.
	 * @param setting {@code international}, which may be left out, or {@code national}
	 */
	public static Optional<CipherSuite> of(String setting) {
		return setting.isBlank() ? Optional.of(INTERNATIONAL)
				: Arrays.stream(values()).filter((suite) -> suite.setting().equals(setting.strip())).findFirst();
	}

	/** What the operator sets and the files say. */
	public String setting() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The name of its hash. */
	public String hash() {
		return this.hash;
	}

	/** The name of its signature. */
	public String signature() {
		return this.signature;
	}

	/** The hash of these parts, one after the other: 32 bytes. */
	public abstract byte[] digest(byte[]... parts);

	/** HMAC under a key of any length. */
	public abstract KeyedHash keyedHash(byte[] key);

	/**
	 * Encryption under a key of 32 bytes; where the algorithm takes 16 these are its
	 * first.
	 */
	public abstract AuthenticatedCipher cipher(byte[] key);

	/** The private key that follows from 32 random bytes. */
	public abstract SigningKey signingKey(byte[] seed);

}

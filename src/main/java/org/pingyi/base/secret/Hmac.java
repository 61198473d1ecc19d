package org.pingyi.base.secret;

import java.security.GeneralSecurityException;
import java.util.function.UnaryOperator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC (RFC 2104) under one key, as a function that many threads use at once. */
final class Hmac {

	/** Bytes of what it gives. */
	static final int LENGTH = 32;

	private static final String SHA_256 = "HmacSHA256";

	private Hmac() {
	}

	/**
	 * Initialised with the key and only ever cloned: a lookup costs more than the HMAC.
	 */
	static UnaryOperator<byte[]> sha256(byte[] key) {
		try {
			Mac template = Mac.getInstance(SHA_256);
			template.init(new SecretKeySpec(key, SHA_256));
			return (content) -> clone(template).doFinal(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Mac clone(Mac template) {
		try {
			return (Mac) template.clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static UnaryOperator<byte[]> sm3(byte[] key) {
		KeyParameter parameter = new KeyParameter(key);
		return (content) -> {
			HMac mac = new HMac(new SM3Digest());
			mac.init(parameter);
			mac.update(content, 0, content.length);
			byte[] code = new byte[LENGTH];
			mac.doFinal(code, 0);
			return code;
		};
	}

}

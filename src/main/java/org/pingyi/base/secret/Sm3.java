package org.pingyi.base.secret;

import org.bouncycastle.crypto.digests.SM3Digest;

/** SM3 (GB/T 32905) of bytes. */
final class Sm3 {

	private Sm3() {
	}

	/** The hash of these parts, one after the other. */
	static byte[] of(byte[]... parts) {
		SM3Digest digest = new SM3Digest();
		for (byte[] part : parts) {
			digest.update(part, 0, part.length);
		}
		byte[] hash = new byte[digest.getDigestSize()];
		digest.doFinal(hash, 0);
		return hash;
	}

}

package org.pingyi.verify;

import java.util.function.BiPredicate;

import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * SM3 (GB/T 32905), and SM2 with it (GB/T 32918.2) under the usual identity
 * 1234567812345678, with signatures in DER; the only class here that uses more than the
 * JDK, which has neither.
 */
final class National {

	private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");

	private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE.getCurve(), CURVE.getG(),
			CURVE.getN(), CURVE.getH());

	private National() {
	}

	static byte[] sm3(byte[]... parts) {
		SM3Digest digest = new SM3Digest();
		for (byte[] part : parts) {
			digest.update(part, 0, part.length);
		}
		byte[] hash = new byte[digest.getDigestSize()];
		digest.doFinal(hash, 0);
		return hash;
	}

	/**
	 * What tells of a content and a signature whether they belong together.
	 * @throws IllegalArgumentException for bytes that are no key
	 */
	static BiPredicate<byte[], byte[]> sm2(byte[] publicKey) {
		ECPublicKeyParameters key = new ECPublicKeyParameters(DOMAIN.getCurve().decodePoint(publicKey), DOMAIN);
		return (content, signature) -> {
			SM2Signer verifier = new SM2Signer();
			verifier.init(false, key);
			verifier.update(content, 0, content.length);
			return verifier.verifySignature(signature);
		};
	}

}

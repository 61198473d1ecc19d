package org.pingyi.base.secret;

import java.math.BigInteger;
import java.nio.ByteBuffer;

import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;

/**
 * SM2 with SM3 (GB/T 32918.2) on the curve of GB/T 32918.5, under the usual identity
 * 1234567812345678 (GB/T 35276): public keys are 65 bytes, 04 and both coordinates;
 * signatures are in DER, a sequence of r and s.
 */
final class Sm2Key implements SigningKey {

	private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");

	private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE.getCurve(), CURVE.getG(),
			CURVE.getN(), CURVE.getH());

	private static final String PURPOSE = "sm2";

	private final ECPrivateKeyParameters key;

	Sm2Key(byte[] seed) {
		this(number(seed));
	}

	/** The key of a number from 1 to n - 2. */
	Sm2Key(BigInteger number) {
		this.key = new ECPrivateKeyParameters(number, DOMAIN);
	}

	/** From 1 to n - 2, evenly: 512 bits leave no bias (FIPS 186-5, A.2.1). */
	private static BigInteger number(byte[] seed) {
		KeyedHash hash = CipherSuite.NATIONAL.keyedHash(seed);
		byte[] wide = ByteBuffer.allocate(2 * Hmac.LENGTH)
			.put(hash.mac(PURPOSE, "1"))
			.put(hash.mac(PURPOSE, "2"))
			.array();
		return new BigInteger(1, wide).mod(DOMAIN.getN().subtract(BigInteger.TWO)).add(BigInteger.ONE);
	}

	@Override
	public byte[] sign(byte[] content) {
		SM2Signer signer = new SM2Signer();
		signer.init(true, this.key);
		signer.update(content, 0, content.length);
		try {
			return signer.generateSignature();
		}
		catch (CryptoException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public boolean signed(byte[] content, byte[] signature) {
		SM2Signer signer = new SM2Signer();
		signer.init(false, new ECPublicKeyParameters(point(), DOMAIN));
		signer.update(content, 0, content.length);
		return signer.verifySignature(signature);
	}

	@Override
	public byte[] publicKey() {
		return point().getEncoded(false);
	}

	private ECPoint point() {
		return DOMAIN.getG().multiply(this.key.getD()).normalize();
	}

}

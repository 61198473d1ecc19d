package org.pingyi.base.secret;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Ed25519 (RFC 8032): public keys of 32 bytes, signatures of 64. */
final class Ed25519Key implements SigningKey {

	private final Ed25519PrivateKeyParameters key;

	Ed25519Key(byte[] seed) {
		this.key = new Ed25519PrivateKeyParameters(seed);
	}

	@Override
	public byte[] sign(byte[] content) {
		Ed25519Signer signer = new Ed25519Signer();
		signer.init(true, this.key);
		signer.update(content, 0, content.length);
		return signer.generateSignature();
	}

	@Override
	public boolean signed(byte[] content, byte[] signature) {
		Ed25519Signer signer = new Ed25519Signer();
		signer.init(false, this.key.generatePublicKey());
		signer.update(content, 0, content.length);
		return signer.verifySignature(signature);
	}

	@Override
	public byte[] publicKey() {
		return this.key.generatePublicKey().getEncoded();
	}

}

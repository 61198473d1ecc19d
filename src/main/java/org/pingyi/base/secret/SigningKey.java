package org.pingyi.base.secret;

/** A private key that signs. */
public interface SigningKey {

	/** The signature of a content. */
	byte[] sign(byte[] content);

	/** Whether it signed a content so. */
	boolean signed(byte[] content, byte[] signature);

	/** The public key, as the suite's standard encodes it. */
	byte[] publicKey();

}

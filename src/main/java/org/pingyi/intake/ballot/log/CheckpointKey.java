package org.pingyi.intake.ballot.log;

import java.util.HexFormat;

import org.pingyi.base.secret.CipherSuite;

import org.springframework.modulith.NamedInterface;

/**
 * The public key that checks the signatures of checkpoints.
 *
 * @param suite the algorithms of the city
 * @param encoded the 32 bytes of an Ed25519 key, or the 65 of an SM2 key
 */
@NamedInterface("log")
public record CheckpointKey(CipherSuite suite, byte[] encoded) {

	public String hex() {
		return HexFormat.of().formatHex(this.encoded);
	}

	/** The name of the signature: {@code Ed25519}. */
	public String algorithm() {
		return this.suite.signature();
	}

	/**
	 * As it is published: its hexadecimal digits, behind the name of the suite where that
	 * is not the first there was.
	 */
	public String line() {
		return switch (this.suite) {
			case INTERNATIONAL -> hex();
			case NATIONAL -> this.suite.setting() + " " + hex();
		};
	}

}

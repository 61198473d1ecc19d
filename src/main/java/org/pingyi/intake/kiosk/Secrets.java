package org.pingyi.intake.kiosk;

import java.util.HexFormat;

import org.springframework.security.crypto.keygen.KeyGenerators;

/** Random secrets that nobody can guess. */
final class Secrets {

	private Secrets() {
	}

	/** 128 random bits in hexadecimal, short enough for a QR code that phones read. */
	static String fresh() {
		return HexFormat.of().formatHex(KeyGenerators.secureRandom(16).generateKey());
	}

}

package org.pingyi.intake.kiosk;

import java.util.HexFormat;

import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** Makes random tokens that nobody can guess. */
final class TokenGenerator {

	private static final BytesKeyGenerator RANDOM = KeyGenerators.secureRandom(16);

	private TokenGenerator() {
	}

	/** 128 random bits in hexadecimal, short enough for a QR code that phones read. */
	static String generate() {
		return HexFormat.of().formatHex(RANDOM.generateKey());
	}

}

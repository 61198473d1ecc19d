package org.pingyi.base.account.factor;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Codes that change with time (RFC 6238): six digits, half a minute, HMAC-SHA-1, which is
 * what every authenticator application knows.
 */
@Component
class Totp {

	private static final int SECRET = 20;

	private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

	private final SecureRandom random = new SecureRandom();

	private final Clock clock;

	Totp(Clock clock) {
		this.clock = clock;
	}

	byte[] newSecret() {
		byte[] secret = new byte[SECRET];
		this.random.nextBytes(secret);
		return secret;
	}

	/**
	 * The step whose code this is: the present one, or its neighbours, for clocks that
	 * differ by half a minute.
	 * @param typed as people copy it: with a space in the middle, or in full-width digits
	 */
	OptionalLong step(byte[] secret, String typed) {
		String code = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
		long now = this.clock.instant().getEpochSecond() / seconds();
		return LongStream.rangeClosed(now - 1, now + 1).filter((step) -> same(code(secret, step), code)).findFirst();
	}

	private String code(byte[] secret, long step) {
		try {
			return this.generator.generateOneTimePasswordString(
					new SecretKeySpec(secret, this.generator.getAlgorithm()), Instant.ofEpochSecond(step * seconds()),
					Locale.ROOT);
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private long seconds() {
		return this.generator.getTimeStep().toSeconds();
	}

	private static boolean same(String right, String typed) {
		return MessageDigest.isEqual(right.getBytes(US_ASCII), typed.getBytes(US_ASCII));
	}

}

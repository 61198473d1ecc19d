package org.pingyi.base.account;

import java.security.InvalidKeyException;
import java.time.Clock;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.apache.commons.codec.binary.Base32;

/**
 * The authenticator application on somebody's phone.
 *
 * @param secret as the page shows it
 */
public record Authenticator(String secret, Clock clock) {

	/** What it shows now. */
	public String code() {
		try {
			TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
			byte[] key = new Base32().decode(this.secret.replace(" ", ""));
			return generator.generateOneTimePasswordString(new SecretKeySpec(key, generator.getAlgorithm()),
					this.clock.instant());
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package org.pingyi.base.account.passkey;

import java.time.Duration;
import java.time.Instant;

import org.springframework.security.web.webauthn.api.Bytes;

/**
 * What a passkey has to sign, as the session keeps it until it is answered.
 *
 * @param value 256 random bits in base64url
 * @param since when it was asked
 */
public record PasskeyChallenge(String value, Instant since) {

	/** Long enough to fetch a key from the drawer and to be asked for the password. */
	static final Duration LIFE = Duration.ofMinutes(5);

	static PasskeyChallenge fresh(Instant now) {
		return new PasskeyChallenge(Bytes.random().toBase64UrlString(), now);
	}

	boolean isOpen(Instant now) {
		return now.isBefore(this.since.plus(LIFE));
	}

	Bytes bytes() {
		return Bytes.fromBase64(this.value);
	}

}

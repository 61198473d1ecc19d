package org.pingyi.intake.vote.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import org.springframework.security.crypto.encrypt.BytesEncryptor;

/**
 * What must be the same when somebody comes back from the identity provider. It travels
 * encrypted in their own cookie, so that no session is needed.
 *
 * @param state binds the answer to this browser
 * @param nonce binds the token to this request
 * @param verifier proves that who left exchanges the code (PKCE)
 * @param until when it is too late
 */
record AuthorizationState(String state, String nonce, String verifier, Instant until) {

	String encrypted(BytesEncryptor encryptor) {
		String text = String.join(" ", this.state, this.nonce, this.verifier,
				String.valueOf(this.until.getEpochSecond()));
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(encryptor.encrypt(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** Empty when it was not encrypted here. */
	static Optional<AuthorizationState> open(String encrypted, BytesEncryptor encryptor) {
		try {
			byte[] text = encryptor.decrypt(Base64.getUrlDecoder().decode(encrypted));
			String[] parts = new String(text, StandardCharsets.UTF_8).split(" ", -1);
			return Optional.of(new AuthorizationState(parts[0], parts[1], parts[2],
					Instant.ofEpochSecond(Long.parseLong(parts[3]))));
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			return Optional.empty();
		}
	}

}

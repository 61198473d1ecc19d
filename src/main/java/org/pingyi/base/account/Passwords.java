package org.pingyi.base.account;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.pingyi.base.web.Refusal;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * What a password must be like, and how it is kept: Argon2id, with room for a successor.
 */
@Component
class Passwords {

	private static final int SHORTEST = 12;

	/** Longer ones would only make work for the server. */
	private static final int LONGEST = 128;

	private static final int FEWEST_DIFFERENT = 6;

	private static final Set<String> WORN = Set.of("password1234", "passw0rd1234", "qwertyuiop12", "1q2w3e4r5t6y",
			"123456789012", "abcdefghijkl", "administrator", "woaini1314520", "admin1234567", "iloveyou1314");

	private final PasswordEncoder encoder = new DelegatingPasswordEncoder("argon2",
			Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));

	/** Costs an unknown sign-in name as much time as a known one. */
	private final String nobody = this.encoder.encode("nobody has this password");

	/**
	 * Encodes a new password.
	 * @throws Refusal 422 when it is too easy to guess
	 */
	String encode(String password, String login) {
		require(password.length() >= SHORTEST && password.length() <= LONGEST, "account.passwordLength");
		String small = password.toLowerCase(Locale.ROOT);
		require(!small.contains(login), "account.passwordHasLogin");
		require(password.chars().distinct().count() >= FEWEST_DIFFERENT && !WORN.contains(small),
				"account.passwordWorn");
		return encoded(password);
	}

	/** Whether it is this password; as slow for an account that has none. */
	boolean match(String password, @Nullable String encoded) {
		boolean same = this.encoder.matches(password, (encoded != null) ? encoded : this.nobody);
		return same && encoded != null;
	}

	private String encoded(String password) {
		String encoded = this.encoder.encode(password);
		if (encoded == null) {
			throw new IllegalStateException("a password encodes to something");
		}
		return encoded;
	}

	private static void require(boolean fits, String key) {
		if (!fits) {
			throw Refusal.invalid(key).at("password");
		}
	}

}

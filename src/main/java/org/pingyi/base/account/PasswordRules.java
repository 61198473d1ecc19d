package org.pingyi.base.account;

import java.util.Locale;
import java.util.Set;

import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Component;

/** What a password must be like. */
@Component
class PasswordRules {

	private static final int SHORTEST = 12;

	/** Longer ones would only make work for the server. */
	private static final int LONGEST = 128;

	private static final int FEWEST_DIFFERENT = 6;

	private static final Set<String> WORN = Set.of("password1234", "passw0rd1234", "qwertyuiop12", "1q2w3e4r5t6y",
			"123456789012", "abcdefghijkl", "administrator", "woaini1314520", "admin1234567", "iloveyou1314");

	/**
	 * @throws Refusal 422 when the password of this sign-in name is too easy to guess
	 */
	void require(String password, String login) {
		require(password.length() >= SHORTEST && password.length() <= LONGEST, "account.passwordLength");
		String small = password.toLowerCase(Locale.ROOT);
		require(!small.contains(login), "account.passwordHasLogin");
		require(password.chars().distinct().count() >= FEWEST_DIFFERENT && !WORN.contains(small),
				"account.passwordWorn");
	}

	private static void require(boolean fits, String key) {
		if (!fits) {
			throw Refusal.invalid(key).at("password");
		}
	}

}

package org.pingyi.base.account.password;

import java.util.function.Predicate;

import org.passay.PasswordData;
import org.passay.rule.Rule;

import org.pingyi.base.web.Refusal;

/**
 * What a password must not be.
 *
 * @param key of the message that says so
 * @param breaks whether a password, in lower case, does not fit
 */
record PasswordRule(String key, Predicate<String> breaks) {

	static PasswordRule of(String key, Rule rule) {
		return new PasswordRule(key, (password) -> !rule.validate(new PasswordData(password)).isValid());
	}

	/**
	 * Makes sure that a password fits.
	 * @throws Refusal 422 with the key, beside the field {@code password}
	 */
	void require(String password) {
		if (this.breaks.test(password)) {
			throw Refusal.invalid(this.key).at("password");
		}
	}

}

package org.pingyi.base.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.account.password.PasswordRules;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Encodes and matches passwords, never in a transaction, and few at once. */
@Component
class Passwords {

	private final PasswordEncoder encoder;

	/** Costs an unknown sign-in name as much time as a known one. */
	private final String nobody;

	private final PasswordRules rules;

	private final PasswordHashing hashing;

	Passwords(PasswordEncoder encoder, PasswordRules rules, PasswordHashing hashing) {
		this.encoder = encoder;
		this.nobody = encoded("nobody has this password");
		this.rules = rules;
		this.hashing = hashing;
	}

	/**
	 * Encodes a new password of this person; outside any transaction.
	 * @throws org.pingyi.base.web.Refusal 422 when it is too easy to guess, 503
	 * {@code account.busy}
	 */
	String encode(String password, Person person) {
		this.rules.require(password, person.login(), person.name());
		return this.hashing.run(Lane.KNOWN, () -> encoded(password));
	}

	/**
	 * Whether it is this password, and as slow for an account that has none; outside any
	 * transaction.
	 * @throws org.pingyi.base.web.Refusal 503 {@code account.busy}
	 */
	boolean match(String password, @Nullable String encoded, Lane lane) {
		boolean same = this.hashing.run(lane,
				() -> this.encoder.matches(password, (encoded != null) ? encoded : this.nobody));
		return same && encoded != null;
	}

	private String encoded(String password) {
		return Objects.requireNonNull(this.encoder.encode(password), "a password encodes to something");
	}

}

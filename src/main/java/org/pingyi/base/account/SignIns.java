package org.pingyi.base.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.Sha256;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks sign-in names and passwords, and makes whoever guesses them wait. */
@Service
class SignIns {

	private static final int FAILURES = 10;

	private static final Duration WINDOW = Duration.ofMinutes(15);

	private final AccountRepository accounts;

	private final FailedSignInRepository failures;

	private final Passwords passwords;

	private final Audit audit;

	private final Clock clock;

	SignIns(AccountRepository accounts, FailedSignInRepository failures, Passwords passwords, Audit audit,
			Clock clock) {
		this.accounts = accounts;
		this.failures = failures;
		this.passwords = passwords;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Whether too many attempts at this name failed lately, whether or not it exists.
	 */
	@Transactional(readOnly = true)
	public boolean waiting(String login) {
		return this.failures.countByLoginHashAndAtAfter(Sha256.of(name(login)), windowStart()) >= FAILURES;
	}

	/** The account, when it is enabled and this is its password. */
	@Transactional
	public Optional<Account> signIn(String login, String password) {
		Optional<AccountEntity> found = this.accounts.findByLogin(name(login));
		boolean match = this.passwords.match(password, found.map(AccountEntity::password).orElse(null));
		Optional<Account> account = found.map(AccountEntity::account);
		if (match && account.filter(Account::enabled).isPresent()) {
			succeeded(name(login));
			return account;
		}
		failed(name(login), account.isPresent());
		return Optional.empty();
	}

	private void succeeded(String login) {
		this.failures.deleteOfLoginOrBefore(Sha256.of(login), windowStart());
		this.audit.record("account.signedIn", "account:" + login, "");
	}

	private void failed(String login, boolean known) {
		this.failures.save(new FailedSignInEntity(Sha256.of(login), this.clock.instant()));
		if (known) {
			this.audit.record("account.signInFailed", "account:" + login, "");
		}
	}

	private Instant windowStart() {
		return this.clock.instant().minus(WINDOW);
	}

	private static String name(String typed) {
		return typed.strip().toLowerCase(Locale.ROOT);
	}

}

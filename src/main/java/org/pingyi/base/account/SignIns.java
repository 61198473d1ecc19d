package org.pingyi.base.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import org.pingyi.base.audit.Audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks sign-in names and passwords, and makes whoever guesses them wait. */
@Service
class SignIns {

	private static final int FAILURES = 10;

	private static final Duration WINDOW = Duration.ofMinutes(15);

	private final Directory directory;

	private final Passwords passwords;

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	SignIns(Directory directory, Passwords passwords, JdbcClient jdbc, Audit audit, Clock clock) {
		this.directory = directory;
		this.passwords = passwords;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Whether too many attempts at this name failed lately, whether or not it exists.
	 */
	@Transactional(readOnly = true)
	public boolean waiting(String login) {
		return this.jdbc.sql("select count(*) from account_failure where login_hash = ? and at > ?")
			.params(Hashes.of(name(login)), now().minus(WINDOW))
			.query(Long.class)
			.single() >= FAILURES;
	}

	/** The account, when it is enabled and this is its password. */
	@Transactional
	public Optional<Account> signIn(String login, String password) {
		Optional<Directory.Row> row = this.directory.byLogin(name(login));
		boolean match = this.passwords.match(password, row.map(Directory.Row::password).orElse(null));
		Optional<Account> account = row.map(Directory.Row::account);
		if (match && account.filter(Account::enabled).isPresent()) {
			succeeded(name(login));
			return account;
		}
		failed(name(login), account.isPresent());
		return Optional.empty();
	}

	private void succeeded(String login) {
		this.jdbc.sql("delete from account_failure where login_hash = ? or at < ?")
			.params(Hashes.of(login), now().minus(WINDOW))
			.update();
		this.audit.record("account.signedIn", "account:" + login, "");
	}

	private void failed(String login, boolean known) {
		this.jdbc.sql("insert into account_failure (login_hash, at) values (?, ?)")
			.params(Hashes.of(login), now())
			.update();
		if (known) {
			this.audit.record("account.signInFailed", "account:" + login, "");
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static String name(String typed) {
		return typed.strip().toLowerCase(Locale.ROOT);
	}

}

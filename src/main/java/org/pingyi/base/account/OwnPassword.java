package org.pingyi.base.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The password of whoever is signed in. */
@Service
public class OwnPassword {

	private final AccountRepository repository;

	private final Passwords passwords;

	private final Audit audit;

	private final TransactionOperations transaction;

	OwnPassword(AccountRepository repository, Passwords passwords, Audit audit, TransactionOperations transaction) {
		this.repository = repository;
		this.passwords = passwords;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Changes it, and ends all one's sessions.
	 * @throws Refusal 422 {@code account.passwordWrong}, or when the new one is too weak;
	 * 503 {@code account.busy}
	 */
	@PreAuthorize("isAuthenticated()")
	public void change(String old, String password) {
		AccountEntity account = require();
		String before = account.password();
		if (!this.passwords.match(old, before, Lane.KNOWN)) {
			throw wrong();
		}
		String after = this.passwords.encode(password, account.person());
		this.transaction.executeWithoutResult((status) -> replace(before, after));
	}

	/** Whether it is this one. */
	@PreAuthorize("isAuthenticated()")
	public boolean matches(String password) {
		return this.passwords.match(password, encoded(), Lane.KNOWN);
	}

	private void replace(@Nullable String before, String after) {
		AccountEntity account = require();
		if (!Objects.equals(account.password(), before)) {
			throw wrong();
		}
		account.changePassword(after);
		this.repository.endSessions(account.login());
		this.audit.record("account.passwordChanged", "account:" + account.login(), "");
	}

	private @Nullable String encoded() {
		return require().password();
	}

	private AccountEntity require() {
		String login = Actor.current().name();
		return this.repository.findByLogin(login).orElseThrow(() -> Refusal.notFound("account.unknown", login));
	}

	private static Refusal wrong() {
		return Refusal.invalid("account.passwordWrong").at("old");
	}

}

package org.pingyi.base.account;

import java.util.Optional;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a sign-in reads and writes, each in a short transaction of its own. */
@Component
class SignInRecords {

	private final AccountSeals seals;

	private final AccountRepository accounts;

	private final Audit audit;

	SignInRecords(AccountRepository accounts, Audit audit, AccountSeals seals) {
		this.seals = seals;
		this.accounts = accounts;
		this.audit = audit;
	}

	/**
	 * The account; one that was altered in the database is nobody's, and in the trail.
	 */
	@Transactional
	Optional<AccountEntity> find(String login) {
		Optional<AccountEntity> found = this.accounts.findByLogin(login);
		if (found.isPresent() && !this.seals.admits(found.get())) {
			altered(login);
			return Optional.empty();
		}
		return found;
	}

	@Transactional
	void altered(String login) {
		this.audit.record("account.altered", "account:" + login, "");
	}

	/** In the name of whoever signs in, who is not signed in yet. */
	@Transactional
	void succeeded(String login) {
		new Actor(login).perform(() -> this.audit.record("account.signedIn", "account:" + login, ""));
	}

	@Transactional
	void failed(String login) {
		this.audit.record("account.signInFailed", "account:" + login, "");
	}

	@Transactional
	void codeFailed(String login) {
		this.audit.record("account.codeFailed", "account:" + login, "");
	}

}

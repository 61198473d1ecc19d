package org.pingyi.base.account;

import java.util.Optional;

import org.pingyi.base.audit.Audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a sign-in reads and writes, each in a short transaction of its own. */
@Component
class SignInRecords {

	private final AccountRepository accounts;

	private final Audit audit;

	SignInRecords(AccountRepository accounts, Audit audit) {
		this.accounts = accounts;
		this.audit = audit;
	}

	@Transactional(readOnly = true)
	Optional<AccountEntity> find(String login) {
		return this.accounts.findByLogin(login);
	}

	@Transactional
	void succeeded(String login) {
		this.audit.record("account.signedIn", "account:" + login, "");
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

package org.pingyi.base.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The password of whoever is signed in. */
@Service
public class OwnPassword {

	private final AccountSeals seals;

	private final AccountRepository repository;

	private final Passwords passwords;

	private final SignInLimits limits;

	private final Audit audit;

	private final TransactionOperations transaction;

	OwnPassword(AccountRepository repository, Passwords passwords, SignInLimits limits, Audit audit,
			TransactionOperations transaction, AccountSeals seals) {
		this.seals = seals;
		this.repository = repository;
		this.passwords = passwords;
		this.limits = limits;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Changes it, and ends all one's sessions. Attempts are counted before anything is
	 * hashed: whoever sits at another's open session guesses no faster than at the door.
	 * @throws Refusal 422 {@code account.passwordWrong}, {@code account.passwordSame}, or
	 * when the new one is too weak; 429 {@code account.confirmationWait}; 503
	 * {@code account.busy}
	 */
	@PreAuthorize("isAuthenticated()")
	public void change(String old, String password) {
		AccountEntity account = require();
		if (!this.limits.admitConfirmation(account.login())) {
			throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "account.confirmationWait");
		}
		String before = account.password();
		if (!this.passwords.match(old, before, Lane.KNOWN)) {
			this.transaction.executeWithoutResult(
					(status) -> this.audit.record("account.confirmationFailed", "account:" + account.login(), ""));
			throw wrong();
		}
		if (old.equals(password)) {
			throw Refusal.invalid("account.passwordSame").at("password");
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
		AccountEntity account = this.repository.lock(Actor.current().name()).orElseThrow(OwnPassword::wrong);
		if (!Objects.equals(account.password(), before)) {
			throw wrong();
		}
		this.seals.require(account);
		account.changePassword(after);
		this.repository.endSessions(account.login());
		this.seals.seal(account);
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

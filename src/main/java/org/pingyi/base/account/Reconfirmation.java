package org.pingyi.base.account;

import org.pingyi.base.account.factor.SecondFactors;
import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Whether whoever sits at a session is still the person who began it. */
@Service
public class Reconfirmation {

	private final OwnPassword password;

	private final SecondFactors factors;

	private final SignInLimits limits;

	private final Audit audit;

	private final TransactionOperations transaction;

	Reconfirmation(OwnPassword password, SecondFactors factors, SignInLimits limits, Audit audit,
			TransactionOperations transaction) {
		this.password = password;
		this.factors = factors;
		this.limits = limits;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Makes sure of it by the password, or the code of a second factor.
	 * @throws Refusal 422 {@code account.needed.confirmation},
	 * {@code account.confirmationWrong}, 429 {@code account.confirmationWait}, 503
	 * {@code account.busy}
	 */
	@PreAuthorize("isAuthenticated()")
	public void require(String typed) {
		if (typed.isBlank()) {
			throw Refusal.invalid("account.needed.confirmation").at("confirmation");
		}
		String login = Actor.current().name();
		if (!this.limits.admitConfirmation(login)) {
			throw new Refusal(HttpStatus.TOO_MANY_REQUESTS, "account.confirmationWait");
		}
		if (!this.factors.use(login, typed.strip()) && !this.password.matches(typed)) {
			this.transaction.executeWithoutResult(
					(status) -> this.audit.record("account.confirmationFailed", "account:" + login, ""));
			throw Refusal.invalid("account.confirmationWrong").at("confirmation");
		}
	}

}

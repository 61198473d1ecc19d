package org.pingyi.base.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.account.SignInLimits.Admission;
import org.pingyi.base.account.factor.Authenticators;
import org.pingyi.base.account.factor.SecondFactors;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Service;

/**
 * Signs staff in: counts the attempt, hashes the password, asks for the second factor.
 * Nothing here holds a transaction while it waits.
 */
@Service
public class SignIns {

	/** How long the second step may take. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final SignInRecords records;

	private final SignInLimits limits;

	private final Passwords passwords;

	private final PasswordHashing hashing;

	private final SecondFactors factors;

	private final Authenticators authenticators;

	private final FactorRules rules;

	private final Clock clock;

	SignIns(SignInRecords records, SignInLimits limits, Passwords passwords, PasswordHashing hashing,
			SecondFactors factors, Authenticators authenticators, FactorRules rules, Clock clock) {
		this.records = records;
		this.limits = limits;
		this.passwords = passwords;
		this.hashing = hashing;
		this.factors = factors;
		this.authenticators = authenticators;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * The first step: whose password it is.
	 * @throws SecondStepNeeded when the password alone does not do
	 * @throws SignInRefused 422 {@code account.needed.login},
	 * {@code account.needed.password}, {@code account.signInWrong}, 429
	 * {@code account.signInWait}, 503 {@code account.busy}
	 */
	Authentication signIn(Attempt attempt) {
		try {
			Account account = recognised(attempt);
			if (!attempt.code().isEmpty() && this.factors.has(account.login())) {
				return withSecondFactor(account, attempt);
			}
			return firstStep(account, FactorGrantedAuthority.PASSWORD_AUTHORITY, attempt.origin());
		}
		catch (Refusal refusal) {
			throw new SignInRefused(refusal);
		}
	}

	/**
	 * Signs in whoever was recognised by one factor, where that is enough.
	 * @throws SecondStepNeeded when it alone does not do
	 */
	Authentication firstStep(Account account, String factor, Origin origin) {
		boolean has = this.factors.has(account.login());
		if (account.secondFactor() && !has) {
			this.records.altered(account.login());
			throw SignInRefused.wrong();
		}
		if (has || this.rules.requiredOf(account.roles())) {
			throw new SecondStepNeeded(
					new PendingSignIn(account.login(), factor, !has, this.clock.instant(), account.generation()));
		}
		return complete(account, origin, factor);
	}

	/**
	 * The second step: uses up a code.
	 * @throws SignInRefused 410 {@code account.signInSpent}, 422
	 * {@code account.needed.code}, {@code account.codeWrong}, 429
	 * {@code account.codeWait}
	 */
	public Authentication confirm(@Nullable PendingSignIn pending, String code, Origin origin) {
		Account account = waiting(pending);
		requireCode(account.login(), code.strip(), origin);
		return complete(account, origin, first(pending), SignedIn.BY_CODE);
	}

	/**
	 * The second step of whoever needs a second factor and has none yet: sets one up.
	 * @throws SignInRefused 410 {@code account.signInSpent}, 422
	 * {@code account.needed.code}, or as {@link Authenticators#enrol}
	 */
	public Authentication setUp(@Nullable PendingSignIn pending, String sealed, String code, Origin origin) {
		Account account = waiting(pending);
		requireTyped(code.strip(), "account.needed.code", "code");
		requireFirst(account, () -> this.authenticators.enrol(account.login(), sealed, code.strip()));
		return complete(account, origin, first(pending), SignedIn.BY_CODE);
	}

	/** Takes up a first factor of whoever has none, and never had one that is gone. */
	void requireFirst(Account account, Runnable enrolment) {
		try {
			if (account.secondFactor() || !this.factors.addFirst(account.login(), enrolment)) {
				throw spent();
			}
		}
		catch (Refusal refusal) {
			throw new SignInRefused(refusal);
		}
	}

	private Account recognised(Attempt attempt) {
		String login = attempt.login();
		requireTyped(login, "account.needed.login", "username");
		requireTyped(attempt.password(), "account.needed.password", "password");
		Admission admission = admit(attempt);
		Optional<AccountEntity> found = this.records.find(login);
		boolean match = this.passwords.match(attempt.password(), found.map(AccountEntity::password).orElse(null),
				admission.lane());
		Optional<Account> account = found.map(AccountEntity::account).filter(Account::enabled);
		if (!match || account.isEmpty()) {
			found.ifPresent((known) -> this.records.failed(login));
			throw SignInRefused.wrong();
		}
		admission.refund();
		return account.get();
	}

	/**
	 * Whoever would have to wait may show a code, which costs no hash to check, and
	 * counts only together with the password.
	 */
	private Admission admit(Attempt attempt) {
		try {
			this.hashing.requireRoom(attempt.origin().known() ? Lane.KNOWN : Lane.STRANGERS);
			return this.limits.admit(attempt.login(), attempt.origin());
		}
		catch (Refusal refusal) {
			if (proven(attempt)) {
				return this.limits.admitProven(attempt.login());
			}
			throw refusal;
		}
	}

	private boolean proven(Attempt attempt) {
		return admitsCode(attempt.login(), attempt.code(), attempt.origin())
				&& this.factors.matches(attempt.login(), attempt.code());
	}

	private Authentication withSecondFactor(Account account, Attempt attempt) {
		requireCode(account.login(), attempt.code(), attempt.origin());
		return complete(account, attempt.origin(), FactorGrantedAuthority.PASSWORD_AUTHORITY, SignedIn.BY_CODE);
	}

	private void requireCode(String login, String code, Origin origin) {
		requireTyped(code, "account.needed.code", "code");
		if (!admitsCode(login, code, origin)) {
			throw new SignInRefused(new Refusal(HttpStatus.TOO_MANY_REQUESTS, "account.codeWait"));
		}
		if (!this.factors.use(login, code)) {
			this.records.codeFailed(login);
			throw new SignInRefused(Refusal.invalid("account.codeWrong").at("code"));
		}
	}

	/** An empty field is no attempt. */
	private static void requireTyped(String typed, String key, String field) {
		if (typed.isEmpty()) {
			throw new SignInRefused(Refusal.invalid(key).at(field));
		}
	}

	private boolean admitsCode(String login, String code, Origin origin) {
		return !code.isEmpty() && (this.factors.unguessable(code) || this.limits.admitCode(login, origin));
	}

	/** Whose password was right, not long ago. */
	Account waiting(@Nullable PendingSignIn pending) {
		return Optional.ofNullable(pending)
			.filter((one) -> this.clock.instant().isBefore(one.since().plus(PATIENCE)))
			.flatMap((one) -> this.records.find(one.login())
				.map(AccountEntity::account)
				.filter((account) -> account.generation() == one.generation()))
			.filter(Account::enabled)
			.orElseThrow(SignIns::spent);
	}

	static String first(@Nullable PendingSignIn pending) {
		return Optional.ofNullable(pending).map(PendingSignIn::first).orElseThrow(SignIns::spent);
	}

	Authentication complete(Account account, Origin origin, String... factors) {
		this.records.succeeded(account.login());
		return SignedIn.of(account, origin, this.clock.instant(), factors);
	}

	static SignInRefused spent() {
		return new SignInRefused(new Refusal(HttpStatus.GONE, "account.signInSpent"));
	}

}

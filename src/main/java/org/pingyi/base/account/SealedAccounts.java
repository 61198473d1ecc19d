package org.pingyi.base.account;

import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.account.factor.RecoveryCodes;
import org.pingyi.base.account.factor.SecondFactors;
import org.pingyi.base.account.oidc.FederatedIdentities;
import org.pingyi.base.account.passkey.FactorsChanged;
import org.pingyi.base.account.passkey.Passkeys;
import org.pingyi.base.audit.AlterationSource;
import org.pingyi.base.audit.Audit;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps accounts sealed as their factors change, tells which were altered, and seals once
 * those from before there were seals, or such seals.
 */
@Component
class SealedAccounts implements AlterationSource, SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(SealedAccounts.class);

	private static final String FIRST = "account.sealed";

	private static final String AGAIN = "account.sealedMore";

	private final AccountRepository repository;

	private final AccountSeals seals;

	private final SecondFactors factors;

	private final RecoveryCodes recovery;

	private final Passkeys passkeys;

	private final FederatedIdentities identities;

	private final Audit audit;

	private final TransactionOperations transaction;

	SealedAccounts(AccountRepository repository, AccountSeals seals, SecondFactors factors, RecoveryCodes recovery,
			Passkeys passkeys, FederatedIdentities identities, Audit audit, TransactionOperations transaction) {
		this.repository = repository;
		this.seals = seals;
		this.factors = factors;
		this.recovery = recovery;
		this.passkeys = passkeys;
		this.identities = identities;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Notes whether the person has a second factor.
	 * @throws org.pingyi.base.web.Refusal 409 {@code account.altered}
	 */
	@EventListener
	void note(FactorsChanged changed) {
		this.repository.findByLogin(changed.login()).ifPresent((account) -> {
			this.seals.require(account);
			account.noteSecondFactor(this.factors.has(account.login()));
			this.seals.seal(account);
		});
	}

	@Override
	@Transactional(readOnly = true)
	public List<String> altered() {
		Stream<String> accounts = this.repository.findAllWithRoles()
			.stream()
			.filter((account) -> !this.seals.holds(account))
			.map(AccountEntity::login);
		Stream<String> factorless = this.repository.findLoginsWithoutTheirFactor().stream();
		return Stream
			.of(accounts, factorless, this.passkeys.altered(), this.identities.altered(), this.recovery.altered())
			.flatMap((logins) -> logins)
			.distinct()
			.map((login) -> "account:" + login)
			.toList();
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> sealOnce());
	}

	/** The trail keeps a second time from being taken for the first. */
	void sealOnce() {
		List<String> older = this.repository.takeUnsealed();
		if (!this.audit.knows(AGAIN)) {
			this.recovery.noteUsed();
			this.audit.record(AGAIN, "accounts", String.join(" ", sealOlder(older)));
		}
		else if (!older.isEmpty()) {
			logger.error("Accounts were put down to be sealed once more: {}; they stay as they are", older);
		}
	}

	/** Where one has a seal those without were altered. */
	private List<String> sealOlder(List<String> older) {
		List<AccountEntity> accounts = older.stream()
			.flatMap((login) -> this.repository.findByLogin(login).stream())
			.toList();
		boolean first = !this.audit.knows(FIRST) && accounts.stream().allMatch((account) -> account.seal() == null);
		List<AccountEntity> good = accounts.stream()
			.filter((account) -> first || this.seals.heldBefore(account))
			.toList();
		good.forEach(first ? this::sealFirst : this.seals::seal);
		return good.stream().map(AccountEntity::login).toList();
	}

	private void sealFirst(AccountEntity account) {
		this.passkeys.seal(account.login());
		this.identities.seal(account.login());
		account.noteSecondFactor(this.factors.has(account.login()));
		this.seals.seal(account);
	}

}

package org.pingyi.base.account;

import java.util.Objects;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.StringUtils;

/**
 * The first two administrators of a new city, appointed by whoever reads the server's
 * log.
 */
@Service
public class SetUp {

	private final AccountSeals seals;

	private final Accounts accounts;

	private final Activations activations;

	private final Passwords passwords;

	private final Rights rights;

	private final AccountRepository repository;

	private final OneTimeLinks links;

	private final Audit audit;

	private final TransactionOperations transaction;

	SetUp(Accounts accounts, Activations activations, Passwords passwords, Rights rights, AccountRepository repository,
			OneTimeLinks links, Audit audit, TransactionOperations transaction, AccountSeals seals) {
		this.seals = seals;
		this.accounts = accounts;
		this.activations = activations;
		this.passwords = passwords;
		this.rights = rights;
		this.repository = repository;
		this.links = links;
		this.audit = audit;
		this.transaction = transaction;
	}

	/** Whether nobody has an account yet. */
	@Transactional(readOnly = true)
	public boolean needed() {
		return this.repository.count() == 0;
	}

	/**
	 * Issues the token of {@code /setup/{token}}; earlier ones stay good for their day.
	 */
	@Transactional
	public String token() {
		requireNeeded();
		return this.links.forSetUp();
	}

	/**
	 * Makes sure that a set-up link still serves.
	 * @throws Refusal 410 {@code account.setUpDone}, 410 {@code account.linkSpent}
	 */
	@Transactional(readOnly = true)
	public void require(String token) {
		requireNeeded();
		if (!this.links.opensSetUp(token)) {
			throw OneTimeLinks.spent();
		}
	}

	/**
	 * Appoints the system administrator, with a password, and the security administrator,
	 * who sets one through a link.
	 * @return the token of the security administrator's {@code /activation/{token}}
	 * @throws Refusal 410 {@code account.setUpDone} or {@code account.linkSpent}, 409 and
	 * 422 as {@link Accounts#create}
	 */
	public String appoint(String token, NewAccount system, String password, NewAccount security) {
		require(token);
		String encoded = this.passwords.encode(password, new Person(system.login(), system.name()));
		return Objects
			.requireNonNull(this.transaction.execute((status) -> appointBoth(token, system, encoded, security)));
	}

	private String appointBoth(String token, NewAccount system, String encoded, NewAccount security) {
		this.repository.lock();
		requireNeeded();
		this.links.useSetUp(token);
		long keeper = open(system, Role.SYSTEM_ADMIN);
		long guard = openSecurity(security);
		this.activations.use(this.links.forAccount(keeper), encoded);
		this.audit.record("account.setUp", "account:" + system.login(), security.login());
		return this.links.forAccount(guard);
	}

	/**
	 * A link for somebody whom nobody else could help, asked for by whoever starts the
	 * server; roles count as before, also those of an account that was altered in the
	 * database: whoever starts the server has looked.
	 * @return the token of {@code /activation/{token}}
	 */
	@Transactional
	String recover(String login) {
		AccountEntity account = this.repository.findByLogin(login)
			.orElseThrow(() -> Refusal.notFound("account.unknown", login));
		String found = this.seals.admits(account) ? "" : "altered " + account.account().roles();
		this.seals.seal(account);
		this.audit.record("account.recovered", "account:" + login, found);
		return this.links.forAccount(account.id());
	}

	/** What is wrong with this account concerns the fields of this account. */
	private long openSecurity(NewAccount account) {
		try {
			return open(account, Role.SECURITY_ADMIN);
		}
		catch (Refusal refusal) {
			throw refusal.field()
				.map((field) -> refusal.at("security" + StringUtils.capitalize(field)))
				.orElse(refusal);
		}
	}

	private long open(NewAccount account, Role role) {
		AccountEntity opened = this.accounts.open(account);
		this.rights.appoint(opened, role);
		return opened.id();
	}

	private void requireNeeded() {
		if (!needed()) {
			throw new Refusal(HttpStatus.GONE, "account.setUpDone");
		}
	}

}

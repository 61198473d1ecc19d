package org.pingyi.base.account;

import java.util.Optional;

import org.pingyi.base.account.factor.SecondFactors;
import org.pingyi.base.account.oidc.FederatedIdentities;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One-time links, through which a person sets the password: the first one, or the next
 * after one was forgotten.
 */
@Service
public class Activations {

	private final AccountSeals seals;

	private final AccountRepository repository;

	private final OneTimeLinks links;

	private final Passwords passwords;

	private final SecondFactors factors;

	private final FederatedIdentities identities;

	private final Rights rights;

	private final Audit audit;

	private final TransactionOperations transaction;

	Activations(AccountRepository repository, OneTimeLinks links, Passwords passwords, SecondFactors factors,
			FederatedIdentities identities, Rights rights, Audit audit, TransactionOperations transaction,
			AccountSeals seals) {
		this.seals = seals;
		this.repository = repository;
		this.links = links;
		this.passwords = passwords;
		this.factors = factors;
		this.identities = identities;
		this.rights = rights;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Issues a link; earlier ones are void. The roles of an account in use are kept, but
	 * do not count until a security administrator confirms them: else whoever issues
	 * links could take over anybody's rights. An account that was altered in the database
	 * is good again, without its password, and its roles wait likewise.
	 * @return the token of {@code /activation/{token}}, good for 24 hours
	 * @throws Refusal 404 {@code account.unknown}, 409 {@code account.lastAdministrator}
	 */
	@PreAuthorize("hasRole('SYSTEM_ADMIN')")
	@Transactional
	public String issue(String login) {
		this.repository.lock();
		AccountEntity found = this.repository.findByLogin(login)
			.orElseThrow(() -> Refusal.notFound("account.unknown", login));
		boolean altered = !this.seals.admits(found);
		if (altered || isInUse(found.account())) {
			this.rights.requireAnother(found.account());
			found.holdRights();
			this.repository.endSessions(login);
		}
		if (altered) {
			found.forgetPassword();
		}
		this.seals.seal(found);
		this.audit.record("account.linkIssued", "account:" + login, "");
		return this.links.forAccount(found.id());
	}

	/** What {@link #issue} would refuse now. */
	@PreAuthorize("hasRole('SYSTEM_ADMIN')")
	@Transactional(readOnly = true)
	public Optional<Refusal> unissuable(String login) {
		return this.repository.findByLogin(login)
			.filter((found) -> !this.seals.holds(found) || isInUse(found.account()))
			.flatMap((found) -> Refusal.of(() -> this.rights.requireAnother(found.account())));
	}

	private static boolean isInUse(Account account) {
		return account.activated() && !account.roles().isEmpty();
	}

	/**
	 * Whose link this is.
	 * @throws Refusal 410 {@code account.linkSpent} when it is unknown, used or too old
	 */
	@Transactional(readOnly = true)
	public Person person(String token) {
		return this.links.account(token)
			.flatMap(this.repository::findWithRoles)
			.map(AccountEntity::person)
			.orElseThrow(OneTimeLinks::spent);
	}

	/**
	 * Sets the password of the account that a link is for, and uses the link up. The
	 * second factor goes too: whoever needs a link may have lost the phone; so does an
	 * identity that somebody else may have bound. The roles do not count until a second
	 * administrator has asked the person.
	 * @throws Refusal 410 {@code account.linkSpent}, 422 when the password is too weak
	 */
	public void activate(String token, String password) {
		String encoded = this.passwords.encode(password, person(token));
		this.transaction.executeWithoutResult((status) -> use(token, encoded));
	}

	/** Sets a password that is encoded already. */
	void use(String token, String encoded) {
		AccountEntity account = this.repository.findWithRoles(this.links.use(token)).orElseThrow(OneTimeLinks::spent);
		this.seals.require(account);
		this.factors.remove(account.login());
		this.identities.remove(account.login());
		account.changePassword(encoded);
		this.repository.endSessions(account.login());
		this.seals.seal(account);
		this.audit.record("account.activated", "account:" + account.login(), "");
	}

}

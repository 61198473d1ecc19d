package org.pingyi.base.account;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do what. Only the security administrator gives and takes roles, never their
 * own; a change holds from the person's next request, for which they sign in again.
 */
@Service
public class Rights {

	/** Neither kind may ever be without a holder. */
	static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);

	private final AccountSeals seals;

	private final AccountRepository repository;

	private final OneTimeLinks links;

	private final Audit audit;

	Rights(AccountRepository repository, OneTimeLinks links, Audit audit, AccountSeals seals) {
		this.seals = seals;
		this.repository = repository;
		this.links = links;
		this.audit = audit;
	}

	/**
	 * Gives a role, to somebody who has set a password and for whom no link is open: else
	 * whoever issued the link could take it up. A later link holds the role until it is
	 * {@link #confirm confirmed}.
	 * @throws Refusal 404 {@code account.unknown}; 409 {@code account.oneself},
	 * {@code account.notActivated}, {@code account.linkOpen}, {@code account.rolesApart}
	 * when the person may not hold it besides another, or {@code account.unitMissing} for
	 * a liaison without a unit
	 */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional
	public void grant(String login, Role role) {
		this.repository.lock();
		AccountEntity person = other(login);
		requireReady(person);
		appoint(person, role);
	}

	/**
	 * Takes a role.
	 * @throws Refusal 404; 409 {@code account.oneself} or
	 * {@code account.lastAdministrator}
	 */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional
	public void revoke(String login, Role role) {
		this.repository.lock();
		AccountEntity account = other(login);
		requireDispensable(role, login);
		account.revoke(role);
		this.repository.endSessions(login);
		this.seals.seal(account);
		this.audit.record("account.revoked", "account:" + login, role.name());
	}

	/**
	 * Lets the roles of a person count again after a new link was issued and used.
	 * @throws Refusal 404; 409 {@code account.oneself} or {@code account.linkOpen}
	 */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional
	public void confirm(String login) {
		this.repository.lock();
		AccountEntity account = other(login);
		requireNoLink(account);
		account.confirmRights();
		this.repository.endSessions(login);
		this.seals.seal(account);
		this.audit.record("account.confirmed", "account:" + login, account.account().roles().toString());
	}

	/** The roles that {@link #grant} would give now. */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional(readOnly = true)
	public Role.Choices grantable(String login) {
		AccountEntity person = find(login);
		Account account = person.account();
		Optional<Refusal> barred = Refusal.of(() -> {
			requireOther(person);
			requireReady(person);
		});
		return Role.Choices.of(Stream.of(Role.values()).filter((role) -> !account.roles().contains(role)),
				(role) -> barred.or(() -> Refusal.of(() -> requireFitting(account, role))));
	}

	/** The roles that {@link #revoke} would take now. */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional(readOnly = true)
	public Role.Choices revocable(String login) {
		AccountEntity person = find(login);
		Optional<Refusal> barred = Refusal.of(() -> requireOther(person));
		return Role.Choices.of(person.account().roles().stream().sorted(),
				(role) -> barred.or(() -> Refusal.of(() -> requireDispensable(role, login))));
	}

	/** What {@link #confirm} would refuse now. */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional(readOnly = true)
	public Optional<Refusal> unconfirmable(String login) {
		return Refusal.of(() -> requireNoLink(other(login)));
	}

	/** Gives a role on behalf of whoever was checked before. */
	void appoint(AccountEntity person, Role role) {
		Account account = person.account();
		requireFitting(account, role);
		person.grant(role);
		this.repository.endSessions(account.login());
		this.seals.seal(person);
		this.audit.record("account.granted", "account:" + account.login(), role.name());
	}

	/** No act may leave the city without an administrator of either kind. */
	void requireAnother(Account account) {
		ADMINISTRATORS.stream()
			.filter(account.roles()::contains)
			.forEach((role) -> requireAnother(role, account.login()));
	}

	private void requireDispensable(Role role, String login) {
		if (ADMINISTRATORS.contains(role)) {
			requireAnother(role, login);
		}
	}

	private void requireAnother(Role role, String login) {
		if (this.repository.countOthers(role, login) == 0) {
			throw Refusal.conflict("account.lastAdministrator", login);
		}
	}

	private void requireReady(AccountEntity person) {
		if (!person.account().activated()) {
			throw Refusal.conflict("account.notActivated", person.login());
		}
		requireNoLink(person);
	}

	private static void requireFitting(Account account, Role role) {
		Set<Role> roles = EnumSet.of(role);
		roles.addAll(account.roles());
		if (!Role.together(roles)) {
			throw Refusal.conflict("account.rolesApart", account.login());
		}
		if (role == Role.LIAISON && account.unit().isEmpty()) {
			throw Refusal.conflict("account.unitMissing", account.login());
		}
	}

	private void requireNoLink(AccountEntity person) {
		if (this.links.open(person.id())) {
			throw Refusal.conflict("account.linkOpen", person.login());
		}
	}

	private AccountEntity other(String login) {
		AccountEntity account = find(login);
		requireOther(account);
		return account;
	}

	private void requireOther(AccountEntity person) {
		if (person.login().equals(Actor.current().name())) {
			throw Refusal.conflict("account.oneself");
		}
		this.seals.require(person);
	}

	private AccountEntity find(String login) {
		return this.repository.findByLogin(login).orElseThrow(() -> Refusal.notFound("account.unknown", login));
	}

}

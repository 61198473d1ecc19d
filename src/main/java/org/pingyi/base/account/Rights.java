package org.pingyi.base.account;

import java.util.EnumSet;
import java.util.Set;

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

	private final Directory directory;

	private final Audit audit;

	Rights(Directory directory, Audit audit) {
		this.directory = directory;
		this.audit = audit;
	}

	/**
	 * Gives a role.
	 * @throws Refusal 404 {@code account.unknown}; 409 {@code account.oneself},
	 * {@code account.rolesApart} when the person may not hold it beside another, or
	 * {@code account.unitMissing} for a liaison without a unit
	 */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional
	public void grant(String login, Role role) {
		Directory.Row row = requireOther(login);
		appoint(row, role);
	}

	/**
	 * Takes a role.
	 * @throws Refusal 404; 409 {@code account.oneself} or
	 * {@code account.lastAdministrator}
	 */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional
	public void revoke(String login, Role role) {
		Directory.Row row = requireOther(login);
		if (ADMINISTRATORS.contains(role) && this.directory.others(role, login) == 0) {
			throw Refusal.conflict("account.lastAdministrator", login);
		}
		this.directory.revoke(row.id(), role);
		this.directory.signOut(login);
		this.audit.record("account.revoked", "account:" + login, role.name());
	}

	/** Lets the roles of a person count again after a new link was issued. */
	@PreAuthorize("hasRole('SECURITY_ADMIN')")
	@Transactional
	public void confirm(String login) {
		Directory.Row row = requireOther(login);
		this.directory.held(row.id(), false);
		this.directory.signOut(login);
		this.audit.record("account.confirmed", "account:" + login, row.account().roles().toString());
	}

	/** Gives a role on behalf of whoever was checked before. */
	void appoint(Directory.Row row, Role role) {
		Account account = row.account();
		Set<Role> roles = EnumSet.of(role);
		roles.addAll(account.roles());
		if (!Role.together(roles)) {
			throw Refusal.conflict("account.rolesApart", account.login());
		}
		if (role == Role.LIAISON && account.unit().isEmpty()) {
			throw Refusal.conflict("account.unitMissing", account.login());
		}
		this.directory.grant(row.id(), role);
		this.directory.signOut(account.login());
		this.audit.record("account.granted", "account:" + account.login(), role.name());
	}

	private Directory.Row requireOther(String login) {
		this.directory.lock();
		if (login.equals(Actor.current().name())) {
			throw Refusal.conflict("account.oneself");
		}
		return this.directory.byLogin(login).orElseThrow(() -> Refusal.notFound("account.unknown", login));
	}

}

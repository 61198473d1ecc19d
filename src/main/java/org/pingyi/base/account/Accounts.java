package org.pingyi.base.account;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of staff. The system administrator opens them, the person
 * {@link Activations activates} them, and {@link Rights the security administrator} gives
 * the roles.
 */
@Service
public class Accounts {

	private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,29}");

	private static final int NAME = 40;

	private final AccountSeals seals;

	private final AccountRepository repository;

	private final Rights rights;

	private final Units units;

	private final Audit audit;

	private final Clock clock;

	Accounts(AccountRepository repository, Rights rights, Units units, Audit audit, Clock clock, AccountSeals seals) {
		this.seals = seals;
		this.repository = repository;
		this.rights = rights;
		this.units = units;
		this.audit = audit;
		this.clock = clock;
	}

	/** A page of the accounts whose sign-in name, name or unit contains a text. */
	@PreAuthorize("hasAnyRole('SYSTEM_ADMIN', 'SECURITY_ADMIN')")
	@Transactional(readOnly = true)
	public Page<Account> search(String text, Pageable page) {
		Pageable byLogin = PageRequest.of(page.getPageNumber(), page.getPageSize());
		return this.repository.search(text.strip(), byLogin).map(AccountRow::account);
	}

	/**
	 * The account of a sign-in name.
	 * @throws Refusal 404 {@code account.unknown}
	 */
	@PreAuthorize("hasAnyRole('SYSTEM_ADMIN', 'SECURITY_ADMIN')")
	@Transactional(readOnly = true)
	public Account byLogin(String login) {
		return require(login).account();
	}

	/** The enabled inspectors by sign-in name. */
	@PreAuthorize("hasAnyRole('OFFICE', 'INSPECTOR')")
	@Transactional(readOnly = true)
	public List<Person> inspectors() {
		return this.repository.findHolders(Role.INSPECTOR);
	}

	/** The name of a member of staff, or the sign-in name itself when there is none. */
	@PreAuthorize("isAuthenticated()")
	@Transactional(readOnly = true)
	public String displayName(String login) {
		return this.repository.findByLogin(login).map((account) -> account.account().name()).orElse(login);
	}

	/** Whether the roles of a member of staff wait for a security administrator. */
	@PreAuthorize("isAuthenticated()")
	@Transactional(readOnly = true)
	public boolean held(String login) {
		return this.repository.findByLogin(login)
			.map(AccountEntity::account)
			.filter((account) -> account.held() && !account.roles().isEmpty())
			.isPresent();
	}

	/**
	 * Opens an account that has neither a password nor a role.
	 * @return its number
	 * @throws Refusal 409 {@code account.loginTaken}, 422 when a value does not fit
	 */
	@PreAuthorize("hasRole('SYSTEM_ADMIN')")
	@Transactional
	public long create(NewAccount account) {
		return open(account).id();
	}

	/**
	 * Keeps a person from signing in, and ends their sessions.
	 * @throws Refusal 409 for oneself and for the last administrator of a kind
	 */
	@PreAuthorize("hasRole('SYSTEM_ADMIN')")
	@Transactional
	public void disable(String login) {
		this.repository.lock();
		AccountEntity account = requireDispensable(login);
		account.disable();
		this.repository.endSessions(login);
		this.seals.seal(account);
		this.audit.record("account.disabled", "account:" + login, "");
	}

	/** What {@link #disable} would refuse now. */
	@PreAuthorize("hasRole('SYSTEM_ADMIN')")
	@Transactional(readOnly = true)
	public Optional<Refusal> indispensable(String login) {
		return Refusal.of(() -> requireDispensable(login));
	}

	/** Lets a person sign in again. */
	@PreAuthorize("hasRole('SYSTEM_ADMIN')")
	@Transactional
	public void enable(String login) {
		AccountEntity account = requireGenuine(login);
		account.enable();
		this.seals.seal(account);
		this.audit.record("account.enabled", "account:" + login, "");
	}

	/** Opens an account on behalf of whoever was checked before. */
	AccountEntity open(NewAccount account) {
		requireFitting(account);
		AccountEntity opened = insert(new AccountEntity(account, unit(account.unit()), this.clock.instant()));
		this.seals.seal(opened);
		this.audit.record("account.created", "account:" + account.login(), account.unit());
		return opened;
	}

	private AccountEntity insert(AccountEntity account) {
		try {
			return this.repository.saveAndFlush(account);
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("account.loginTaken", account.login()).at("login");
		}
	}

	private static void requireFitting(NewAccount account) {
		if (!LOGIN.matcher(account.login()).matches()) {
			throw Refusal.invalid("account.loginMalformed", account.login()).at("login");
		}
		if (account.name().isBlank() || account.name().length() > NAME
				|| account.name().chars().anyMatch(Character::isISOControl)) {
			throw Refusal.invalid("account.nameMalformed", NAME).at("name");
		}
	}

	private @Nullable Unit unit(String code) {
		return code.isEmpty() ? null : this.units.byCode(code.toUpperCase(Locale.ROOT))
			.orElseThrow(() -> Refusal.invalid("account.unitUnknown", code).at("unit"));
	}

	private AccountEntity requireDispensable(String login) {
		AccountEntity account = requireGenuine(login);
		if (login.equals(Actor.current().name())) {
			throw Refusal.conflict("account.oneself");
		}
		this.rights.requireAnother(account.account());
		return account;
	}

	private AccountEntity requireGenuine(String login) {
		AccountEntity account = require(login);
		this.seals.require(account);
		return account;
	}

	private AccountEntity require(String login) {
		return this.repository.findByLogin(login).orElseThrow(() -> Refusal.notFound("account.unknown", login));
	}

}

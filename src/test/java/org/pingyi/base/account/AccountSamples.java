package org.pingyi.base.account;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.pingyi.As;
import org.pingyi.Samples;
import org.pingyi.TestClock;
import org.pingyi.base.account.factor.AuthenticatorOffer;
import org.pingyi.base.account.factor.Authenticators;

import org.springframework.data.domain.Pageable;
import org.springframework.security.core.Authentication;

/** Staff who can sign in, opened the way that administrators open accounts. */
@Samples
public class AccountSamples {

	/** What every sample account is signed in with. */
	public static final String PASSWORD = "correct horse battery";

	private static final Origin HERE = new Origin("203.0.113.0/24", "", "");

	private final Accounts accounts;

	private final Activations activations;

	private final Rights rights;

	private final SignIns signIns;

	private final Authenticators authenticators;

	private final FactorRules factorRules;

	private final TestClock clock;

	AccountSamples(Accounts accounts, Activations activations, Rights rights, SignIns signIns,
			Authenticators authenticators, FactorRules factorRules, TestClock clock) {
		this.accounts = accounts;
		this.activations = activations;
		this.rights = rights;
		this.signIns = signIns;
		this.authenticators = authenticators;
		this.factorRules = factorRules;
		this.clock = clock;
	}

	/** An account with these roles, opened once per test; its unit "" for none. */
	public Account person(String login, String unit, Role... roles) {
		opened(login, unit);
		for (Role role : roles) {
			As.as("security0", () -> {
				this.rights.grant(login, role);
				return true;
			}, "ROLE_SECURITY_ADMIN");
		}
		return read(login);
	}

	/** Has a role require a second factor, or no longer. */
	public void requireFactor(Role role, boolean required) {
		As.as("security1", () -> {
			this.factorRules.require(role, required);
			return true;
		}, "ROLE_SECURITY_ADMIN");
	}

	public Account systemAdministrator() {
		return person("system1", "", Role.SYSTEM_ADMIN);
	}

	public Account securityAdministrator() {
		return person("security1", "", Role.SECURITY_ADMIN);
	}

	public Account office() {
		return person("office1", "", Role.OFFICE);
	}

	public Account inspector() {
		return person("inspector1", "", Role.INSPECTOR);
	}

	/** The liaison of a registered unit: {@code liaison.swj}. */
	public Account liaison(String unit) {
		return person("liaison." + unit.toLowerCase(Locale.ROOT), unit, Role.LIAISON);
	}

	/** Sets up a second factor; the code of the moment is used up. */
	public Authenticator authenticator(String login) {
		AuthenticatorOffer offer = this.authenticators.offer(login);
		Authenticator phone = new Authenticator(offer.secret(), this.clock);
		this.authenticators.enrol(login, offer.sealed(), phone.code());
		this.clock.advance(Duration.ofSeconds(30));
		return phone;
	}

	/** Who is signed in by a name and a password; nobody when that is refused. */
	Optional<Authentication> signIn(String login, String password) {
		try {
			return Optional.of(this.signIns.signIn(new Attempt(Attempt.login(login), password, "", HERE)));
		}
		catch (SignInRefused refused) {
			return Optional.empty();
		}
	}

	Account read(String login) {
		return As.as("system0", () -> this.accounts.byLogin(login), "ROLE_SYSTEM_ADMIN");
	}

	private void opened(String login, String unit) {
		boolean there = As.as("system0",
				() -> this.accounts.search(login, Pageable.ofSize(100))
					.stream()
					.anyMatch((account) -> account.login().equals(login)),
				"ROLE_SYSTEM_ADMIN");
		if (!there) {
			String token = As.as("system0", () -> {
				this.accounts.create(new NewAccount(login, "甲" + login, unit));
				return this.activations.issue(login);
			}, "ROLE_SYSTEM_ADMIN");
			this.activations.activate(token, PASSWORD);
		}
	}

}

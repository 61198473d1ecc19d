package org.pingyi.base.account;

import java.util.Locale;

import org.pingyi.As;
import org.pingyi.Samples;

import org.springframework.data.domain.Pageable;

/** Staff who can sign in, opened the way that administrators open accounts. */
@Samples
public class AccountSamples {

	/** What every sample account is signed in with. */
	public static final String PASSWORD = "correct horse battery";

	private final Accounts accounts;

	private final Rights rights;

	AccountSamples(Accounts accounts, Rights rights) {
		this.accounts = accounts;
		this.rights = rights;
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
				return this.accounts.activationToken(login);
			}, "ROLE_SYSTEM_ADMIN");
			this.accounts.activate(token, PASSWORD);
		}
	}

}

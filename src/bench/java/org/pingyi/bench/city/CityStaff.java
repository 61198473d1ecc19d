package org.pingyi.bench.city;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.pingyi.base.account.Accounts;
import org.pingyi.base.account.Activations;
import org.pingyi.base.account.NewAccount;
import org.pingyi.base.account.Rights;
import org.pingyi.base.account.Role;
import org.pingyi.base.account.SetUp;

import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** The people who work in the city, appointed the way that real ones are. */
final class CityStaff {

	/** Opens nothing but a city on this machine. */
	static final String PASSWORD = "quiet-harbour-2026";

	static final String OFFICE = "office1";

	static final String SECOND_OFFICE = "office2";

	static final String INSPECTOR = "inspector1";

	static final String HOTLINE = "hotline1";

	static final String AUDITOR = "auditor1";

	static final String LIAISON = "liaison1";

	static final String SYSTEM_ADMIN = "sysadmin";

	static final String SECURITY_ADMIN = "secadmin";

	private final SetUp setUp;

	private final Accounts accounts;

	private final Activations activations;

	private final Rights rights;

	CityStaff(ApplicationContext context) {
		this.setUp = context.getBean(SetUp.class);
		this.accounts = context.getBean(Accounts.class);
		this.activations = context.getBean(Activations.class);
		this.rights = context.getBean(Rights.class);
	}

	/** Acts at a front door as somebody with a role. */
	static <T> T as(String login, Role role, Callable<T> act) throws Exception {
		SecurityContextHolder.getContext()
			.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(login, null,
					AuthorityUtils.createAuthorityList("ROLE_" + role.name())));
		try {
			return act.call();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	/** Appoints everybody; units have to be registered before. */
	void appoint(int units) throws Exception {
		String activation = this.setUp.appoint(this.setUp.token(), new NewAccount(SYSTEM_ADMIN, "系统管理员", ""), PASSWORD,
				new NewAccount(SECURITY_ADMIN, "安全管理员", ""));
		this.activations.activate(activation, PASSWORD);
		appoint(OFFICE, "", Role.OFFICE);
		appoint(SECOND_OFFICE, "", Role.OFFICE);
		appoint(INSPECTOR, "", Role.INSPECTOR);
		appoint(HOTLINE, "", Role.HOTLINE);
		appoint(AUDITOR, "", Role.AUDITOR);
		appoint(LIAISON, CityBuilder.code(1), Role.LIAISON);
		openAccounts(units);
	}

	private void appoint(String login, String unit, Role role) throws Exception {
		String activation = as(SYSTEM_ADMIN, Role.SYSTEM_ADMIN, () -> {
			this.accounts.create(new NewAccount(login, "工作人员" + login, unit));
			return this.activations.issue(login);
		});
		this.activations.activate(activation, PASSWORD);
		as(SECURITY_ADMIN, Role.SECURITY_ADMIN, () -> {
			this.rights.grant(login, role);
			return login;
		});
	}

	/** A liaison for each unit, who has not come yet: hashing a password takes long. */
	private void openAccounts(int units) throws Exception {
		as(SYSTEM_ADMIN, Role.SYSTEM_ADMIN, () -> {
			IntStream.rangeClosed(1, units)
				.mapToObj(CityBuilder::code)
				.forEach((unit) -> this.accounts
					.create(new NewAccount("of." + unit.toLowerCase(Locale.ROOT), "联络员" + unit, unit)));
			return units;
		});
	}

	/** For the log. */
	@Override
	public String toString() {
		return String.join(" ", Arrays.asList(OFFICE, AUDITOR, LIAISON));
	}

}

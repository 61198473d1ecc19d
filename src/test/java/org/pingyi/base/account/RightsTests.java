package org.pingyi.base.account;

import java.time.Duration;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.GrantedAuthority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who may hold what besides what, and who may say so. */
@PingyiTest
class RightsTests {

	private final Rights rights;

	private final Accounts accounts;

	private final Activations activations;

	private final AccountSamples samples;

	private final UnitSamples units;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	RightsTests(Rights rights, Accounts accounts, Activations activations, AccountSamples samples, UnitSamples units,
			TestClock clock, JdbcTemplate jdbc) {
		this.clock = clock;
		this.rights = rights;
		this.accounts = accounts;
		this.activations = activations;
		this.samples = samples;
		this.units = units;
		this.jdbc = jdbc;
	}

	@ParameterizedTest
	@CsvSource({ "SYSTEM_ADMIN, SECURITY_ADMIN", "SECURITY_ADMIN, SYSTEM_ADMIN", "SYSTEM_ADMIN, OFFICE",
			"OFFICE, SYSTEM_ADMIN", "SECURITY_ADMIN, INSPECTOR", "HOTLINE, SECURITY_ADMIN", "AUDITOR, OFFICE",
			"INSPECTOR, AUDITOR", "LIAISON, OFFICE", "SYSTEM_ADMIN, LIAISON", "AUDITOR, SYSTEM_ADMIN" })
	void keepsRolesApart(Role held, Role wanted) {
		this.units.city();
		this.samples.person("li.na", "SWJ", held);
		refuses("account.rolesApart", () -> grant("li.na", wanted));
		assertThat(this.samples.read("li.na").roles()).containsExactly(held);
	}

	@Test
	void letsTheRolesOfTheOfficeMeet() {
		this.samples.person("li.na", "", Role.OFFICE, Role.INSPECTOR, Role.HOTLINE);
		assertThat(this.samples.read("li.na").roles()).hasSize(3);
	}

	@Test
	void refusesALiaisonWithoutAUnit() {
		this.samples.person("li.na", "");
		refuses("account.unitMissing", () -> grant("li.na", Role.LIAISON));
	}

	@Test
	void givesNoRoleToAnAccountThatNobodyHasActivated() {
		As.as("system1", () -> this.accounts.create(new NewAccount("li.na", "李娜", "")), "ROLE_SYSTEM_ADMIN");
		refuses("account.notActivated", () -> grant("li.na", Role.OFFICE));
	}

	@Test
	void refusesOnesOwnRights() {
		this.samples.securityAdministrator();
		refuses("account.oneself", () -> grant("security1", Role.OFFICE));
		refuses("account.oneself", () -> revoke("security1", Role.SECURITY_ADMIN));
	}

	@Test
	void keepsTheLastAdministratorOfEitherKind() {
		this.samples.systemAdministrator();
		refuses("account.lastAdministrator", () -> revoke("system1", Role.SYSTEM_ADMIN));
		this.samples.person("system2", "", Role.SYSTEM_ADMIN);
		revoke("system1", Role.SYSTEM_ADMIN);
		assertThat(this.samples.read("system1").roles()).isEmpty();
	}

	@Test
	void endsTheSessionsOfWhoeverChanged() {
		this.samples.office();
		this.jdbc.update("insert into spring_session values ('p', 's', 0, 0, 1800, 0, 'office1')");
		revoke("office1", Role.OFFICE);
		assertThat(this.jdbc.queryForObject("select count(*) from spring_session", Long.class)).isZero();
	}

	@Test
	void confirmsRolesAfterANewLink() {
		this.samples.office();
		this.activations.activate(issue("office1"), AccountSamples.PASSWORD);
		security(() -> this.rights.confirm("office1"));
		assertThat(this.samples.signIn("office1", AccountSamples.PASSWORD).orElseThrow().getAuthorities())
			.extracting(GrantedAuthority::getAuthority)
			.contains("ROLE_OFFICE");
	}

	/** Whoever issued the link may have kept it, and would set the password later. */
	@Test
	void areNeitherGivenNorConfirmedWhileALinkIsUnused() {
		this.samples.person("li.na", "");
		issue("li.na");
		refuses("account.linkOpen", () -> grant("li.na", Role.OFFICE));
		this.clock.advance(Duration.ofHours(24));
		grant("li.na", Role.OFFICE);
		String token = issue("li.na");
		refuses("account.linkOpen", () -> security(() -> this.rights.confirm("li.na")));
		this.activations.activate(token, AccountSamples.PASSWORD);
		assertThat(authorities("li.na")).doesNotContain("ROLE_OFFICE");
		security(() -> this.rights.confirm("li.na"));
		assertThat(authorities("li.na")).contains("ROLE_OFFICE");
	}

	private String issue(String login) {
		return As.as("system1", () -> this.activations.issue(login), "ROLE_SYSTEM_ADMIN");
	}

	private List<String> authorities(String login) {
		return this.samples.signIn(login, AccountSamples.PASSWORD)
			.orElseThrow()
			.getAuthorities()
			.stream()
			.map(GrantedAuthority::getAuthority)
			.toList();
	}

	@Test
	void areGivenBySecurityAdministratorsOnly() {
		this.samples.person("li.na", "");
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> As.as("system1", () -> {
			this.rights.grant("li.na", Role.OFFICE);
			return true;
		}, "ROLE_SYSTEM_ADMIN"));
	}

	private void grant(String login, Role role) {
		security(() -> this.rights.grant(login, role));
	}

	private void revoke(String login, Role role) {
		security(() -> this.rights.revoke(login, role));
	}

	private static void security(Runnable act) {
		As.as("security1", () -> {
			act.run();
			return true;
		}, "ROLE_SECURITY_ADMIN");
	}

	private static void refuses(String key, ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act).extracting(Refusal::key).isEqualTo(key);
	}

}

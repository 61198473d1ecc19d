package org.pingyi.base.account.web;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.account.Accounts;
import org.pingyi.base.account.Authenticator;
import org.pingyi.base.account.Rights;
import org.pingyi.base.account.Role;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Whose sessions were ended has none, however one comes back or was about to begin. */
@PingyiTest
class SessionGenerationTests {

	private final MockMvcTester mvc;

	private final AccountSamples samples;

	private final Accounts accounts;

	private final Rights rights;

	private final JdbcTemplate jdbc;

	SessionGenerationTests(MockMvcTester mvc, AccountSamples samples, Accounts accounts, Rights rights,
			Superuser superuser) {
		this.mvc = mvc;
		this.samples = samples;
		this.accounts = accounts;
		this.rights = rights;
		this.jdbc = superuser.jdbc();
	}

	/** Whoever can write to the database puts back what was deleted from it. */
	@Test
	void endsASessionThatIsPutBackAfterItsPersonWasSuspended() {
		this.samples.office();
		Cookie session = cookie(signIn(), "pingyi");
		List<Map<String, Object>> sessions = this.jdbc.queryForList("select * from spring_session");
		List<Map<String, Object>> attributes = this.jdbc.queryForList("select * from spring_session_attributes");
		this.jdbc.update("delete from spring_session");
		putBack(sessions, attributes);
		assertThat(this.mvc.get().uri("/desk").cookie(session)).as("the control: nothing ended it").hasStatusOk();
		administrator(() -> this.accounts.disable("office1"));
		putBack(sessions, attributes);
		assertThat(this.mvc.get().uri("/desk").cookie(session)).hasRedirectedUrl("/login?ended");
		administrator(() -> this.accounts.enable("office1"));
		putBack(sessions, attributes);
		assertThat(this.mvc.get().uri("/desk").cookie(session)).hasRedirectedUrl("/login?ended");
	}

	/** Between the two steps a role is taken, or a password changes. */
	@Test
	void completesNoSignInThatBeganBeforeTheSessionsWereEnded() {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		Cookie begun = cookie(signIn(), "pingyi");
		As.as("secadmin", () -> {
			this.rights.revoke("office1", Role.OFFICE);
			return "";
		}, "ROLE_SECURITY_ADMIN");
		code(begun, phone);
		assertThat(this.mvc.get().uri("/me").cookie(begun)).hasRedirectedUrl("/login");
		Cookie again = cookie(signIn(), "pingyi");
		assertThat(code(again, phone)).hasStatus3xxRedirection();
	}

	private MvcTestResult code(Cookie session, Authenticator phone) {
		return this.mvc.post().uri("/login/code").cookie(session).param("code", phone.code()).with(csrf()).exchange();
	}

	private void putBack(List<Map<String, Object>> sessions, List<Map<String, Object>> attributes) {
		sessions.forEach((row) -> this.jdbc.update("""
				insert into spring_session values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
				row.values().toArray()));
		attributes.forEach((row) -> this.jdbc.update("""
				insert into spring_session_attributes values (?, ?, ?) on conflict do nothing""",
				row.values().toArray()));
	}

	private static void administrator(Runnable act) {
		As.as("sysadmin", () -> {
			act.run();
			return "";
		}, "ROLE_SYSTEM_ADMIN");
	}

	private MvcTestResult signIn() {
		return this.mvc.post()
			.uri("/login")
			.param("username", "office1")
			.param("password", AccountSamples.PASSWORD)
			.with(csrf())
			.exchange();
	}

	private static Cookie cookie(MvcTestResult answer, String name) {
		Cookie cookie = answer.getResponse().getCookie(name);
		assertThat(cookie).as(name).isNotNull();
		return cookie;
	}

}

package org.pingyi.base.account.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.account.Rights;
import org.pingyi.base.account.Role;
import org.pingyi.base.audit.Actor;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Signing in and out, and what people without an account may reach. */
@PingyiTest
class SignInTests {

	private final MockMvcTester mvc;

	private final AccountSamples samples;

	private final UnitSamples units;

	private final Rights rights;

	private final JdbcTemplate jdbc;

	private final MessageSource messages;

	SignInTests(MockMvcTester mvc, AccountSamples samples, UnitSamples units, Rights rights, JdbcTemplate jdbc,
			MessageSource messages) {
		this.messages = messages;
		this.mvc = mvc;
		this.samples = samples;
		this.units = units;
		this.rights = rights;
		this.jdbc = jdbc;
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void leadsEachRoleHome(Role role) {
		this.units.city();
		this.samples.person("li.na", "SWJ", role);
		String home = switch (role) {
			case OFFICE -> "/desk";
			case LIAISON -> "/unit";
			case INSPECTOR -> "/inspect";
			case HOTLINE -> "/desk/hotline";
			case AUDITOR -> "/audit/trail";
			case SYSTEM_ADMIN, SECURITY_ADMIN -> "/login/factor";
		};
		assertThat(signIn("li.na", AccountSamples.PASSWORD)).hasRedirectedUrl(home);
	}

	@Test
	void leadsToThePageThatWasAskedFor() {
		this.samples.office();
		Cookie[] session = this.mvc.get().uri("/desk/units?text=a").exchange().getResponse().getCookies();
		assertThat(this.mvc.post()
			.uri("/login")
			.cookie(session)
			.param("username", "office1")
			.param("password", AccountSamples.PASSWORD)
			.with(csrf())
			.exchange()
			.getResponse()
			.getRedirectedUrl()).contains("/desk/units?text=a");
	}

	@Test
	void failsAlikeForUnknownNamesAndWrongPasswords() {
		this.samples.office();
		for (String name : new String[] { "office1", "nobody" }) {
			MvcTestResult result = signIn(name, "not the password");
			assertThat(result).hasForwardedUrl("/login/failure");
			assertThat(refusal(result).key()).isEqualTo("account.signInWrong");
		}
	}

	/** An empty field is no attempt: nothing is counted and nothing recorded. */
	@Test
	void namesTheFieldThatWasLeftEmpty() {
		this.samples.office();
		for (int attempt = 0; attempt < 30; attempt++) {
			assertThat(refusal(signIn("office1", "")).key()).isEqualTo("account.needed.password");
			assertThat(refusal(signIn(" ", AccountSamples.PASSWORD)).field()).contains("username");
		}
		assertThat(signIn("office1", AccountSamples.PASSWORD)).hasStatus3xxRedirection();
		assertThat(this.jdbc.queryForList("select act from audit_entry where act = 'account.signInFailed'")).isEmpty();
	}

	@Test
	void keepsTheTypedNameButNotThePassword() {
		assertThat(this.mvc.post()
			.uri("/login/failure")
			.requestAttr(SignInFailure.REFUSAL, Refusal.invalid("account.signInWrong"))
			.param("username", "office1")
			.param("password", "not the password")
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.containsOnlyOnce("登录名或密码不正确")
			.contains("value=\"office1\"")
			.doesNotContain("not the password");
	}

	@Test
	void entersSignInsInTheTrail() {
		this.samples.office();
		signIn("office1", "not the password");
		signIn("office1", AccountSamples.PASSWORD);
		assertThat(this.jdbc.queryForList("select act from audit_entry order by id desc limit 2", String.class))
			.containsExactly("account.signedIn", "account.signInFailed");
		assertThat(this.jdbc.queryForList("select actor from audit_entry order by id desc limit 2", String.class))
			.containsExactly("office1", Actor.PUBLIC.name());
		assertThat(
				this.jdbc.queryForObject("select count(*) from audit_entry where detail like '%password%'", Long.class))
			.isZero();
	}

	@Test
	void sendsWhoeverLosesARoleBackToTheSignInPage() {
		this.samples.office();
		Cookie[] session = signIn("office1", AccountSamples.PASSWORD).getResponse().getCookies();
		assertThat(this.mvc.get().uri("/desk/units").cookie(session)).hasStatusOk();
		As.as("security1", () -> {
			this.rights.revoke("office1", Role.OFFICE);
			return true;
		}, "ROLE_SECURITY_ADMIN");
		assertThat(this.mvc.get().uri("/desk/units").cookie(session)).hasRedirectedUrl("/login?ended");
		assertThat(signIn("office1", AccountSamples.PASSWORD)).hasRedirectedUrl("/me");
	}

	@Test
	void signsOutOnPost() {
		assertThat(this.mvc.post().uri("/logout").with(user("office1").roles("OFFICE")).with(csrf()))
			.hasRedirectedUrl("/login?out");
	}

	@Test
	void leadsAFormWhoseSessionEndedToTheSignInPage() {
		assertThat(this.mvc.post().uri("/desk/units")).hasRedirectedUrl("/login?ended");
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost/desk/units/new?x=1, /desk/units/new?x=1",
			"http://evil.example/desk/units/new, /desk", "http://localhost.evil.example/desk/units/new, /desk",
			"http://localhost//evil.example, /desk", "http://localhost/admin/accounts/new, /desk",
			"http://localhost/no-such-page, /desk", "'', /desk" })
	void leadsBackToTheFormWhoseSessionEnded(String sentFrom, String onward) {
		this.samples.office();
		Cookie[] remembered = this.mvc.post()
			.uri("/desk/units")
			.header("Referer", sentFrom)
			.exchange()
			.getResponse()
			.getCookies();
		MockMvcTester.MockMvcRequestBuilder signIn = this.mvc.post()
			.uri("/login")
			.param("username", "office1")
			.param("password", AccountSamples.PASSWORD)
			.with(csrf());
		if (remembered.length > 0) {
			signIn.cookie(remembered);
		}
		assertThat(signIn).hasRedirectedUrl(onward);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/desk/%zz", "/desk?a=%zz", "/desk/../login", "/desk//evil.example",
			"/desk/..//evil.example", "//evil.example", "/\\evil.example", "/%zz", "desk", "/desk/no-such-page" })
	void leadsNowhereByAForgedCookie(String page) {
		this.samples.office();
		String value = Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8));
		assertThat(this.mvc.post()
			.uri("/login")
			.cookie(new Cookie("pingyi-next", value))
			.param("username", "office1")
			.param("password", AccountSamples.PASSWORD)
			.with(csrf())).hasRedirectedUrl("/desk");
	}

	@Test
	void namesBothFieldsThatWereLeftEmpty() {
		assertThat(this.mvc.post()
			.uri("/login/failure")
			.requestAttr(SignInFailure.REFUSAL, Refusal.invalid("account.needed.login").at("username"))
			.param("username", "")
			.param("password", "")
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("href=\"#username\"", "href=\"#password\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login", "/login?out=", "/login?ended=", "/login?refused=account.oidc.broken" })
	void leadsWhoeverIsSignedInOn(String address) {
		this.samples.office();
		Cookie[] session = signIn("office1", AccountSamples.PASSWORD).getResponse().getCookies();
		assertThat(this.mvc.get().uri(address).cookie(session)).hasRedirectedUrl("/desk");
		assertThat(this.mvc.get().uri("/login/oidc").cookie(session)).hasRedirectedUrl("/desk");
		assertThat(this.mvc.post().uri("/login").cookie(session)).as("of a second tab")
			.hasRedirectedUrl("/login?again");
	}

	/** What was typed is brought back by way of the sign-in page alone. */
	@Test
	void asksAgainForAFormThatAnEarlierSignInOpened() {
		this.samples.office();
		Cookie[] session = signIn("office1", AccountSamples.PASSWORD).getResponse().getCookies();
		Cookie[] remembered = this.mvc.post()
			.uri("/desk/units")
			.cookie(session)
			.header("Referer", "http://localhost/desk/units/new")
			.exchange()
			.getResponse()
			.getCookies();
		assertThat(this.mvc.get().uri("/login?ended=").cookie(session).cookie(remembered)).hasStatusOk();
		assertThat(this.mvc.get().uri("/login").cookie(session).cookie(remembered)).hasRedirectedUrl("/desk/units/new");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login/code", "/login/factor" })
	void saysThatASignInStartsOver(String step) {
		assertThat(this.mvc.get().uri(step)).hasRedirectedUrl("/login?again");
		assertThat(this.mvc.post().uri(step)).hasRedirectedUrl("/login?again");
		assertThat(this.mvc.get().uri("/login?again=")).hasStatusOk()
			.bodyText()
			.contains(this.messages.getMessage("account.login.again", null, Locale.CHINESE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/desk", "/unit", "/inspect", "/audit/trail", "/admin/accounts", "/admin/rights", "/me" })
	void asksStrangersToSignIn(String address) {
		assertThat(this.mvc.get().uri(address)).hasRedirectedUrl("/login");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/no-such-page", "/actuator/env" })
	void knowsNoPageThatNoRuleAllows(String address) {
		assertThat(this.mvc.get().uri(address).with(user("office1").roles("OFFICE"))).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void turnsAwayTextThatTheDatabaseCannotHold() {
		assertThat(this.mvc.get().uri("/desk/units").param("text", "a\u0000b").with(user("office1").roles("OFFICE")))
			.hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void showsThePublicPagesWithoutASession() {
		MvcTestResult result = this.mvc.get().uri("/").exchange();
		assertThat(result).hasStatusOk();
		assertThat(result.getRequest().getSession(false)).isNull();
		assertThat(result).headers()
			.hasValue("Content-Security-Policy",
					"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
							+ "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
		assertThat(this.mvc.post().uri("/")).hasStatus(HttpStatus.FORBIDDEN);
	}

	private static Refusal refusal(MvcTestResult result) {
		return (Refusal) Objects.requireNonNull(result.getRequest().getAttribute(SignInFailure.REFUSAL));
	}

	private MvcTestResult signIn(String login, String password) {
		return this.mvc.post()
			.uri("/login")
			.param("username", login)
			.param("password", password)
			.with(csrf())
			.exchange();
	}

}

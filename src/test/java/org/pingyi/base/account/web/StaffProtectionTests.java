package org.pingyi.base.account.web;

import java.time.Duration;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.PingyiTest;
import org.pingyi.base.account.AccountSamples;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** What protects whoever is signed in from other sites, other people and old copies. */
@PingyiTest
class StaffProtectionTests {

	private static final String SESSION = "__Host-pingyi";

	private final MockMvcTester mvc;

	private final AccountSamples samples;

	private final JdbcTemplate jdbc;

	StaffProtectionTests(MockMvcTester mvc, AccountSamples samples, JdbcTemplate jdbc) {
		this.mvc = mvc;
		this.samples = samples;
		this.jdbc = jdbc;
	}

	@Test
	void hidesTheSessionFromScriptsAndOtherSites() {
		this.samples.office();
		Cookie session = signIn("");
		assertThat(session.isHttpOnly()).isTrue();
		assertThat(session.getSecure()).isTrue();
		assertThat(session.getAttribute("SameSite")).isIn("Lax", "Strict");
		assertThat(session.getMaxAge()).isNegative();
		assertThat(session.getDomain()).isNull();
	}

	@Test
	void givesANewIdWithEachSignIn() {
		this.samples.office();
		Cookie first = signIn("");
		Cookie second = signIn(first.getValue());
		assertThat(second.getValue()).isNotEqualTo(first.getValue()).hasSizeGreaterThan(40);
		assertThat(get("/me").cookie(second)).hasStatusOk();
	}

	@Test
	void opensNothingAfterSigningOut() {
		this.samples.office();
		Cookie session = signIn("");
		assertThat(get("/me").cookie(session)).hasStatusOk();
		assertThat(post("/logout").cookie(session).with(csrf())).hasRedirectedUrl("/login?out");
		assertThat(get("/me").cookie(session)).hasRedirectedUrl("/login?ended");
	}

	@Test
	void endsASessionAfterHalfAnHourOfSilence() {
		this.samples.office();
		Cookie session = signIn("");
		assertThat(get("/me").cookie(session)).hasStatusOk();
		silence(Duration.ofMinutes(29));
		assertThat(get("/me").cookie(session)).hasStatusOk();
		silence(Duration.ofMinutes(31));
		assertThat(get("/me").cookie(session)).hasRedirectedUrl("/login?ended");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/me", "/me/sessions", "/me/password", "/desk", "/desk/units", "/desk/adjustments" })
	void leavesNoCopyOfAPageInABrowser(String page) {
		this.samples.office();
		assertThat(get(page).cookie(signIn(""))).hasStatusOk()
			.headers()
			.hasValue(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate");
	}

	/** Looking at these stands in the trail: nobody else's page has it entered. */
	@ParameterizedTest
	@CsvSource({ "/desk/opinions/SWJ?cycle=2026, OFFICE",
			"/desk/opinions/SWJ/summaries/00000000-0000-0000-0000-000000000000?cycle=2026, OFFICE",
			"/audit/cycles/2026/files, AUDITOR" })
	void showsWhatIsEnteredInTheTrailForNoOtherSite(String address, String role) {
		MockMvcRequestBuilder look = get(address).with(user("somebody").roles(role));
		assertThat(look).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(look.header("Sec-Fetch-Site", "cross-site")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(
				this.mvc.head().uri(address).with(user("somebody").roles(role)).header("Sec-Fetch-Site", "cross-site"))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "same-origin", "same-site", "none" })
	void showsItForOurs(String site) {
		assertThat(
				get("/audit/cycles/2026/files").with(user("somebody").roles("AUDITOR")).header("Sec-Fetch-Site", site))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void takesNoFormOfAnotherSite() {
		this.samples.office();
		Cookie session = signIn("");
		MockMvcRequestBuilder change = post("/me/password").cookie(session)
			.param("old", AccountSamples.PASSWORD)
			.param("password", "another password 9")
			.param("repeated", "another password 9");
		assertThat(change.exchange().getResponse().getRedirectedUrl()).doesNotContain("changed");
		assertThat(change.with(csrf().useInvalidToken()).exchange().getResponse().getRedirectedUrl())
			.doesNotContain("changed");
		signIn("");
		assertThat(change.with(csrf())).hasRedirectedUrl("/login?changed");
	}

	@Test
	void masksPasswordsAndLeavesThemToPasswordManagers() {
		this.samples.office();
		assertThat(this.mvc.get().uri("/login")).bodyText()
			.containsPattern("<input[^>]*type=\"password\"[^>]*autocomplete=\"current-password\"")
			.doesNotContain("onpaste", "autocomplete=\"off\"");
		assertThat(get("/me/password").cookie(signIn(""))).bodyText()
			.containsPattern("<input[^>]*type=\"password\"[^>]*autocomplete=\"new-password\"")
			.containsPattern("<input[^>]*type=\"password\"[^>]*autocomplete=\"current-password\"")
			.doesNotContain("onpaste", "autocomplete=\"off\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Correct horse battery", "correct horse batter", "correct horse battery ",
			"correct horse battery!" })
	void takesAPasswordAsItWasTyped(String another) {
		this.samples.office();
		assertThat(answer("", AccountSamples.PASSWORD).getRedirectedUrl()).isEqualTo("/desk");
		assertThat(answer("", another).getRedirectedUrl()).isNotEqualTo("/desk");
	}

	@Test
	void offersTheWayOutOnEveryPage() {
		this.samples.office();
		Cookie session = signIn("");
		for (String page : new String[] { "/me", "/desk", "/desk/units", "/desk/schemes", "/desk/results" }) {
			assertThat(get(page).cookie(session)).bodyText().contains("action=\"/logout\"");
		}
	}

	@Test
	void sharesNothingWithOtherSites() {
		for (String page : new String[] { "/", "/login", "/results", "/vote/receipt" }) {
			assertThat(this.mvc.get().uri(page).header(HttpHeaders.ORIGIN, "https://evil.example")).headers()
				.doesNotContainHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/login", "/vote", "/vote/receipt" })
	void saysHowItsPagesAreWritten(String page) {
		assertThat(this.mvc.get().uri(page)).hasStatusOk().hasContentType("text/html;charset=UTF-8");
	}

	@Test
	void keepsPasswordsUnderASlowHash() {
		this.samples.office();
		assertThat(
				this.jdbc.queryForList("select password from account_account where password is not null", String.class))
			.isNotEmpty()
			.allMatch((password) -> password.startsWith("{argon2}$argon2id$v=19$"))
			.doesNotHaveDuplicates();
	}

	/** The store of sessions goes by the time of the machine. */
	private void silence(Duration time) {
		this.jdbc.update(
				"update spring_session set last_access_time = last_access_time - ?, expiry_time = expiry_time - ?",
				time.toMillis(), time.toMillis());
	}

	private MockMvcRequestBuilder get(String page) {
		return this.mvc.get().uri(page).secure(true);
	}

	private MockMvcRequestBuilder post(String act) {
		return this.mvc.post().uri(act).secure(true);
	}

	private Cookie signIn(String earlier) {
		return Objects.requireNonNull(answer(earlier, AccountSamples.PASSWORD).getCookie(SESSION));
	}

	private MockHttpServletResponse answer(String earlier, String password) {
		return this.mvc.post()
			.uri("/login")
			.secure(true)
			.with(csrf())
			.cookie(new Cookie(SESSION, earlier))
			.param("username", "office1")
			.param("password", password)
			.exchange()
			.getResponse();
	}

}

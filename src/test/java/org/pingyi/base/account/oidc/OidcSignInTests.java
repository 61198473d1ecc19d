package org.pingyi.base.account.oidc;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pingyi.As;
import org.pingyi.PingyiServerTest;
import org.pingyi.TestClock;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.account.Accounts;
import org.pingyi.base.account.Activations;
import org.pingyi.base.account.Authenticator;
import org.pingyi.base.account.Role;
import org.pingyi.base.oidc.ProviderFailure;
import org.pingyi.base.web.PublicAddress;
import org.pingyi.base.web.Refusal;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Signing in by the city's identity service, with a real one. */
@PingyiServerTest
@AutoConfigureMockMvc
class OidcSignInTests {

	private static final IdentityService SERVICE = IdentityService.start();

	private final String site;

	private final MockMvcTester mvc;

	private final FederatedIdentities identities;

	private final AccountSamples samples;

	private final Accounts accounts;

	private final Activations activations;

	private final PublicAddress address;

	private final MessageSource messages;

	private final JdbcTemplate jdbc;

	OidcSignInTests(@LocalServerPort int port, MockMvcTester mvc, FederatedIdentities identities,
			AccountSamples samples, Accounts accounts, Activations activations, PublicAddress address,
			MessageSource messages, JdbcTemplate jdbc) {
		this.site = "http://127.0.0.1:" + port;
		this.mvc = mvc;
		this.identities = identities;
		this.samples = samples;
		this.accounts = accounts;
		this.activations = activations;
		this.address = address;
		this.messages = messages;
		this.jdbc = jdbc;
	}

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("pingyi.oidc.issuer", SERVICE::issuer);
		registry.add("pingyi.oidc.client.id", () -> IdentityService.CLIENT);
		registry.add("pingyi.oidc.client.secret", () -> IdentityService.SECRET);
	}

	@AfterAll
	static void stop() {
		SERVICE.stop();
	}

	@BeforeEach
	void office() {
		SERVICE.knows(this.site + "/login/oidc/return");
		this.samples.office();
	}

	@Test
	void signsInWhomeverTheServiceVouchesFor() {
		bind("office1", "li");
		try (Browser browser = browser()) {
			assertThat(browser.get("/login").body()).contains("href=\"/login/oidc\"");
			assertThat(signIn(browser, "li")).satisfies(leadsTo("/desk"));
			assertThat(browser.get("/desk/units")).satisfies(answers(200));
			assertThat(browser.get("/me/sessions").body()).contains("127.0.0.0/24");
		}
		assertThat(last("act")).isEqualTo("account.signedIn");
		assertThat(last("subject")).isEqualTo("account:office1");
	}

	@Test
	void leadsToThePageThatWasAskedFor() {
		bind("office1", "li");
		try (Browser browser = browser()) {
			browser.get("/desk/units?text=a");
			assertThat(signIn(browser, "li")).satisfies(leadsTo("/desk/units?text=a"));
		}
	}

	@Test
	void bindsAndUnbindsByThePersonAlone() {
		try (Browser browser = browser()) {
			password(browser);
			assertThat(browser.get(atTheService(browser, "/me/identity/departure", "li")))
				.satisfies(leadsTo("/me/identity"));
			assertThat(this.identities.since("office1")).isEmpty();
			HttpResponse<String> page = browser.get("/me/identity");
			assertThat(browser.submit(page, "/me/identity", Map.of())).satisfies(leadsTo("/me/identity"));
			assertThat(this.identities.since("office1")).contains(TestClock.START);
			assertThat(last("act")).isEqualTo("account.identityBound");
		}
		try (Browser browser = browser()) {
			assertThat(signIn(browser, "li")).satisfies(leadsTo("/desk"));
			HttpResponse<String> page = browser.get("/me/identity");
			assertThat(browser.submit(page, "/me/identity/removal", Map.of())).satisfies(leadsTo("/me/identity"));
			assertThat(last("act")).isEqualTo("account.identityRemoved");
		}
		try (Browser browser = browser()) {
			assertThat(signIn(browser, "li")).satisfies(turnsAway("account.oidc.unbound"));
		}
	}

	/** Whoever showed another identity than their own shows theirs instead. */
	@Test
	void leadsOnFromAnIdentityThatIsNotTheirOwn() {
		this.samples.person("office2", "", Role.OFFICE);
		bind("office2", "wang");
		try (Browser browser = browser()) {
			password(browser);
			assertThat(parameter(Browser.location(browser.get("/me/identity/departure")), "prompt")).isEqualTo("login");
			browser.get(atTheService(browser, "/me/identity/departure", "wang"));
			HttpResponse<String> page = browser.get("/me/identity");
			assertThat(page.body()).contains("href=\"/me/identity/departure\"");
			HttpResponse<String> refused = browser.submit(page, "/me/identity", Map.of());
			assertThat(refused).satisfies(refuses(409, "account.identityTaken"));
			assertThat(refused.body()).contains("href=\"/me/identity/departure\"");
			browser.get(atTheService(browser, "/me/identity/departure", "li"));
			assertThat(browser.submit(browser.get("/me/identity"), "/me/identity", Map.of()))
				.satisfies(leadsTo("/me/identity"));
			assertThat(this.identities.login(new FederatedIdentity(SERVICE.issuer(), "li"))).contains("office1");
		}
	}

	@Test
	void bindsNothingThatWasNotShown() {
		try (Browser browser = browser()) {
			password(browser);
			HttpResponse<String> form = browser.get("/me/password");
			assertThat(browser.submit(form, "/me/identity", Map.of()))
				.satisfies(refuses(409, "account.identityNotShown"));
			SERVICE.differs((claims) -> claims.claim("nonce", "another"));
			assertThat(browser.get(atTheService(browser, "/me/identity/departure", "li")))
				.satisfies(leadsTo("/me/identity?failed"));
			assertThat(browser.submit(form, "/me/identity", Map.of()))
				.satisfies(refuses(409, "account.identityNotShown"));
		}
	}

	@Test
	void changesNoBindingByABinding() {
		bind("office1", "li");
		try (Browser browser = browser()) {
			signIn(browser, "li");
			assertThat(browser.get("/me/identity/departure")).satisfies(refuses(409, "account.identityByPassword"));
			assertThat(browser.submit(browser.get("/me/password"), "/me/identity", Map.of()))
				.satisfies(refuses(409, "account.identityByPassword"));
		}
	}

	@Test
	void bindsEachIdentityAndEachAccountOnce() {
		this.samples.person("office2", "", Role.OFFICE);
		bind("office1", "li");
		assertTaken("office2", "li");
		assertTaken("office1", "wang");
		bind("office2", "wang");
		assertThat(this.jdbc.queryForList("select login from account_identity order by login", String.class))
			.containsExactly("office1", "office2");
	}

	@Test
	void storesNoSubject() {
		bind("office1", "li");
		assertThat(this.jdbc.queryForObject("select subject from account_identity", String.class))
			.matches("[0-9a-f]{64}");
	}

	@Test
	void refusesAnIdentityThatIsBoundToNobody() {
		bind("office1", "li");
		try (Browser browser = browser()) {
			assertThat(signIn(browser, "wang")).satisfies(turnsAway("account.oidc.unbound"));
			assertThat(browser.get("/me")).satisfies(leadsTo("/login"));
		}
	}

	@Test
	void saysWhyInEitherLanguage() {
		try (Browser browser = browser()) {
			HttpResponse<String> away = signIn(browser, "wang");
			HttpResponse<String> page = browser.get(Browser.location(away));
			assertThat(page).satisfies(refuses(422, "account.oidc.unbound"));
			assertThat(page.body()).contains("?refused=account.oidc.unbound&amp;lang=en");
			assertThat(browser.get("/login?refused=account.oidc.unbound&lang=en").body())
				.contains(this.messages.getMessage("account.oidc.unbound", null, Locale.ENGLISH));
			assertThat(browser.get("/login?refused=account.title")).satisfies(answers(200));
		}
	}

	/** A name that is the same here and there means nothing. */
	@Test
	void matchesNoNames() {
		this.samples.person("wang", "", Role.OFFICE);
		try (Browser browser = browser()) {
			assertThat(signIn(browser, "wang")).satisfies(turnsAway("account.oidc.unbound"));
		}
	}

	@Test
	void refusesADisabledAccountAndEndsItsSessions() {
		bind("office1", "li");
		try (Browser browser = browser()) {
			signIn(browser, "li");
			assertThat(browser.get("/me")).satisfies(answers(200));
			As.as("system0", () -> {
				this.accounts.disable("office1");
				return true;
			}, "ROLE_SYSTEM_ADMIN");
			assertThat(browser.get("/me")).satisfies(leadsTo("/login?ended"));
			assertThat(signIn(browser, "li")).satisfies(turnsAway("account.oidc.disabled"));
			assertThat(last("act")).isEqualTo("account.signInFailed");
		}
	}

	@Test
	void forgetsTheBindingWhenALinkSetsAnotherPassword() {
		bind("office1", "li");
		this.samples.person("office2", "", Role.OFFICE);
		bind("office2", "wang");
		String token = As.as("system0", () -> this.activations.issue("office1"), "ROLE_SYSTEM_ADMIN");
		this.activations.activate(token, "another horse battery");
		assertThat(this.identities.since("office1")).isEmpty();
		assertThat(this.identities.since("office2")).isPresent();
	}

	@Test
	void asksForTheSecondFactorAllTheSame() {
		Authenticator phone = this.samples.authenticator("office1");
		bind("office1", "li");
		try (Browser browser = browser()) {
			assertThat(signIn(browser, "li")).satisfies(leadsTo("/login/code"));
			assertThat(browser.get("/me")).satisfies(leadsTo("/login"));
			HttpResponse<String> page = browser.get("/login/code");
			assertThat(browser.submit(page, "/login/code", Map.of("code", phone.code()))).satisfies(leadsTo("/desk"));
			assertThat(browser.get("/me")).satisfies(answers(200));
			assertThat(browser.get("/me/identity/departure")).satisfies(refuses(409, "account.identityByPassword"));
		}
	}

	@Test
	void setsASecondFactorUpWhereTheRoleRequiresOne() {
		this.samples.systemAdministrator();
		bind("system1", "li");
		try (Browser browser = browser()) {
			assertThat(signIn(browser, "li")).satisfies(leadsTo("/login/factor"));
			assertThat(browser.get("/admin/accounts")).satisfies(leadsTo("/login"));
		}
	}

	@Test
	void takesNoRoleFromTheService() {
		bind("office1", "li");
		SERVICE.differs((claims) -> claims.claim("roles", List.of("SYSTEM_ADMIN", "ROLE_SYSTEM_ADMIN"))
			.claim("scope", "SYSTEM_ADMIN"));
		try (Browser browser = browser()) {
			assertThat(signIn(browser, "li")).satisfies(leadsTo("/desk"));
			assertThat(browser.get("/admin/accounts")).satisfies(answers(403));
		}
	}

	@ParameterizedTest
	@MethodSource("wrongTokens")
	void refusesATokenThatIsNotRight(Consumer<JwtClaimsSet.Builder> difference) {
		bind("office1", "li");
		SERVICE.differs(difference);
		try (Browser browser = browser()) {
			assertThat(signIn(browser, "li")).satisfies(turnsAway("account.oidc.broken"));
			SERVICE.differs((claims) -> {
			});
			assertThat(signIn(browser, "li")).satisfies(leadsTo("/desk"));
		}
	}

	static List<Arguments> wrongTokens() {
		return List.of(wrong((claims) -> claims.claim("nonce", "another")),
				wrong((claims) -> claims.claims((all) -> all.remove("nonce"))),
				wrong((claims) -> claims.audience(List.of("another"))), wrong((claims) -> claims.subject("")),
				wrong((claims) -> claims.subject(" ")), wrong((claims) -> claims.claims((all) -> all.remove("sub"))),
				wrong((claims) -> claims.issuer("https://another.test")),
				wrong((claims) -> claims.issuedAt(TestClock.START.minusSeconds(600))
					.expiresAt(TestClock.START.minusSeconds(120))));
	}

	private static Arguments wrong(Consumer<JwtClaimsSet.Builder> difference) {
		return Arguments.of(difference);
	}

	@Test
	void refusesTheAnswerToAnotherJourney() {
		bind("office1", "li");
		try (Browser browser = browser(); Browser another = browser()) {
			String answer = atTheService(browser, "/login/oidc", "li");
			assertThat(another.get(answer)).satisfies(turnsAway("account.oidc.broken"));
			String state = parameter(Browser.location(another.get("/login/oidc")), "state");
			assertThat(another.get(answer)).satisfies(turnsAway("account.oidc.broken"));
			assertThat(another.get(
					UriComponentsBuilder.fromUriString(answer).replaceQueryParam("state", state).build().toUriString()))
				.satisfies(turnsAway("account.oidc.broken"));
			assertThat(another.get("/me")).satisfies(leadsTo("/login"));
		}
	}

	@Test
	void refusesTheSameAnswerTwice() {
		bind("office1", "li");
		try (Browser browser = browser()) {
			String answer = atTheService(browser, "/login/oidc", "li");
			assertThat(browser.get(answer)).satisfies(leadsTo("/desk"));
			assertThat(browser.get(answer)).satisfies(turnsAway("account.oidc.broken"));
		}
	}

	@Test
	void saysThatSomebodyCancelled() {
		try (Browser browser = browser()) {
			String state = parameter(Browser.location(browser.get("/login/oidc")), "state");
			assertThat(browser.get("/login/oidc/return?error=access_denied&state=" + state))
				.satisfies(turnsAway("account.oidc.cancelled"));
		}
	}

	/** The service lets nobody in without PKCE, and sends nobody elsewhere. */
	@Test
	void sendsPeopleAwayWithStateNonceAndProofKey() {
		try (Browser browser = browser()) {
			String away = Browser.location(browser.get("/login/oidc"));
			assertThat(parameter(away, "state")).isNotBlank();
			assertThat(parameter(away, "nonce")).isNotBlank();
			assertThat(parameter(away, "code_challenge_method")).isEqualTo("S256");
			assertThat(parameter(away, "scope")).isEqualTo("openid");
			assertThat(parameter(away, "redirect_uri")).isEqualTo(this.site + "/login/oidc/return");
			assertThat(browser.get(away, IdentityService.PERSON, "li")).satisfies(answers(302));
			assertThat(browser.get(away.replace("oidc/return", "oidc/another"), IdentityService.PERSON, "li"))
				.satisfies(answers(400));
			assertThat(Browser
				.location(browser.get(away.replace("code_challenge", "unknown"), IdentityService.PERSON, "li")))
				.contains("error=invalid_request");
		}
	}

	@Test
	void namesNoHostThatARequestNames() {
		String location = this.mvc.get()
			.uri("/login/oidc")
			.header("Host", "evil.example")
			.header("X-Forwarded-Host", "evil.example")
			.with((request) -> {
				request.setServerName("evil.example");
				return request;
			})
			.exchange()
			.getResponse()
			.getRedirectedUrl();
		assertThat(location).startsWith(SERVICE.issuer() + "/").doesNotContain("evil.example");
		assertThat(parameter(String.valueOf(location), "redirect_uri")).isEqualTo(this.site + "/login/oidc/return");
	}

	@Test
	void storesASessionOnlyForAJourneyThatBegan() {
		try (Browser browser = browser()) {
			browser.get("/login");
			browser.get("/login/oidc/return?code=a&state=b");
			browser.get("/login/oidc/return");
			assertThat(sessions()).isZero();
			browser.get("/login/oidc");
			assertThat(sessions()).isOne();
		}
	}

	/** Whoever calls the return again and again writes nothing into the log. */
	@Test
	void logsNothingOfWhatStrangersBring() {
		List<String> warnings = warnings(() -> {
			try (Browser browser = browser()) {
				String state = parameter(Browser.location(browser.get("/login/oidc")), "state");
				for (String junk : List.of("", "?code=a", "?code=a&state=b", "?error=server_error&state=b",
						"?error=junk%0Aline&error_description=x&state=" + state)) {
					assertThat(browser.get("/login/oidc/return" + junk)).satisfies(turnsAway("account.oidc.broken"));
				}
			}
		});
		assertThat(warnings).noneMatch((line) -> line.matches("(?s).*(server_error|invalid_request|not_found|junk).*"));
	}

	/** The control: what the service itself gets wrong is logged. */
	@Test
	void logsATokenThatIsNotRight() {
		SERVICE.differs((claims) -> claims.subject(""));
		assertThat(warnings(() -> {
			try (Browser browser = browser()) {
				signIn(browser, "li");
			}
		})).anyMatch((line) -> line.startsWith("An answer of the identity provider is not valid"));
	}

	/**
	 * What is logged meanwhile of sign-ins by an identity service, by other tests too.
	 */
	private static List<String> warnings(Runnable act) {
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		Logger logger = (Logger) LoggerFactory.getLogger(ProviderFailure.class);
		lines.start();
		logger.addAppender(lines);
		try {
			act.run();
		}
		finally {
			logger.detachAppender(lines);
		}
		return List.copyOf(lines.list)
			.stream()
			.filter((line) -> line.getLevel().isGreaterOrEqual(Level.INFO))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	@Test
	void beginsNoJourneyForAnotherSite() {
		try (Browser browser = browser()) {
			for (String asking : List.of("cross-site", "same-site")) {
				assertThat(browser.get("/login/oidc", "Sec-Fetch-Site", asking)).satisfies(leadsTo("/login"));
			}
			assertThat(sessions()).isZero();
			assertThat(Browser.location(browser.get("/login/oidc", "Sec-Fetch-Site", "same-origin")))
				.startsWith(SERVICE.issuer());
		}
	}

	@Test
	void beginsNoBindingForAnotherSite() {
		this.samples.office();
		for (String asking : List.of("cross-site", "same-site")) {
			assertThat(this.mvc.get()
				.uri("/me/identity/departure")
				.header("Sec-Fetch-Site", asking)
				.with(user("office1").roles("OFFICE"))).hasRedirectedUrl("/me/identity");
		}
		assertThat(this.mvc.get()
			.uri("/me/identity/departure")
			.header("Sec-Fetch-Site", "same-origin")
			.with(user("office1").roles("OFFICE"))).redirectedUrl().startsWith(SERVICE.issuer());
	}

	@Test
	void boundsHowManyLeaveFromOneNetwork() {
		bind("office1", "li");
		try (Browser browser = browser()) {
			for (int journey = 0; journey < 59; journey++) {
				assertThat(browser.get("/login/oidc")).satisfies(answers(302));
			}
			for (int arrival = 0; arrival < 3; arrival++) {
				try (Browser another = browser()) {
					assertThat(signIn(another, "li")).satisfies(leadsTo("/desk"));
				}
			}
			assertThat(browser.get("/login/oidc")).satisfies(answers(302));
			assertThat(browser.get("/login/oidc")).satisfies(answers(429));
			assertThat(sessions()).isEqualTo(1 + 3);
			password(browser);
		}
	}

	/** The form was given out when there was no session yet. */
	@Test
	void takesThePasswordOfWhoeverTurnsBack() {
		try (Browser browser = browser()) {
			HttpResponse<String> page = browser.get("/login");
			browser.get("/login/oidc");
			assertThat(browser.submit(page, "/login", typed())).satisfies(leadsTo("/desk"));
		}
	}

	@Test
	void isOffWhereNoServiceIsSet() {
		OidcProvider none = provider("");
		assertThat(none.offered()).isFalse();
		assertThat(status(none)).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void saysThatTheServiceDoesNotAnswer() {
		assertThat(status(provider("http://127.0.0.1:1"))).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(provider(SERVICE.issuer()).registration().getClientId()).isEqualTo(IdentityService.CLIENT);
	}

	private OidcProvider provider(String issuer) {
		OidcSettings.Client client = new OidcSettings.Client(IdentityService.CLIENT, IdentityService.SECRET);
		return new OidcProvider(new OidcSettings(issuer, client, "", ""), this.address, new TestClock());
	}

	private static HttpStatus status(OidcProvider provider) {
		return Assertions.catchThrowableOfType(Refusal.class, provider::registration).status();
	}

	private void assertTaken(String login, String person) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> bind(login, person))
			.extracting(Refusal::key)
			.isEqualTo("account.identityTaken");
	}

	private void bind(String login, String person) {
		As.as(login, () -> {
			this.identities.bind(new FederatedIdentity(SERVICE.issuer(), person));
			return true;
		});
	}

	private Browser browser() {
		return new Browser(this.site);
	}

	private void password(Browser browser) {
		assertThat(browser.submit(browser.get("/login"), "/login", typed())).satisfies(leadsTo("/desk"));
	}

	private static Map<String, String> typed() {
		return Map.of("username", "office1", "password", AccountSamples.PASSWORD);
	}

	/** Leaves, is recognised, and comes back. */
	private static HttpResponse<String> signIn(Browser browser, String person) {
		return browser.get(atTheService(browser, "/login/oidc", person));
	}

	/** Leaves, is recognised, and is about to come back: to this address. */
	private static String atTheService(Browser browser, String departure, String person) {
		String away = Browser.location(browser.get(departure));
		return Browser.location(browser.get(away, IdentityService.PERSON, person));
	}

	private static String parameter(String address, String name) {
		return UriComponentsBuilder.fromUriString(address)
			.build()
			.getQueryParams()
			.getOrDefault(name, List.of(""))
			.getFirst();
	}

	private static Consumer<HttpResponse<String>> answers(int status) {
		return (answer) -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
	}

	private static Consumer<HttpResponse<String>> leadsTo(String page) {
		return (answer) -> assertThat(answer.statusCode() + " " + Browser.location(answer)).as(answer.body())
			.isEqualTo("302 " + page);
	}

	/** Leads to the sign-in page, which says this. */
	private static Consumer<HttpResponse<String>> turnsAway(String key) {
		return leadsTo("/login?refused=" + key);
	}

	private Consumer<HttpResponse<String>> refuses(int status, String key) {
		return (answer) -> {
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
			assertThat(answer.body()).contains(this.messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
		};
	}

	private String last(String column) {
		return String.valueOf(this.jdbc
			.queryForObject("select " + column + " from audit_entry order by id desc limit 1", String.class));
	}

	private long sessions() {
		return Long
			.parseLong(String.valueOf(this.jdbc.queryForObject("select count(*) from spring_session", Long.class)));
	}

}

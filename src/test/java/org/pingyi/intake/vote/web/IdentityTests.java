package org.pingyi.intake.vote.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pingyi.base.web.PublicAddress;
import org.pingyi.intake.vote.VotePasses;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.CookieTests;
import org.pingyi.TestClock;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** To the identity provider and back, with everything that may go wrong there. */
@NarrowGate
class IdentityTests {

	private static final Pattern PASS = Pattern.compile("name=\"pass\" value=\"([^\"]+)\"");

	private final MockMvcTester mvc;

	private final VotePasses passes;

	private final CycleSamples cycles;

	private final TestClock clock;

	private final PublicAddress address;

	IdentityTests(MockMvcTester mvc, VotePasses passes, CycleSamples cycles, TestClock clock, PublicAddress address) {
		this.mvc = mvc;
		this.passes = passes;
		this.cycles = cycles;
		this.clock = clock;
		this.address = address;
	}

	@BeforeEach
	void open() {
		this.cycles.opened();
	}

	@Test
	void isOfferedOnTheFirstPage() {
		assertThat(this.mvc.get().uri("/vote")).bodyText().contains("href=\"/vote/identity\"");
	}

	@Test
	void sendsPeopleAwayWithStateNonceAndProofKey() {
		MvcTestResult away = depart();
		assertThat(away).hasStatus(302);
		assertThat(parameter(away, "response_type")).isEqualTo("code");
		assertThat(parameter(away, "client_id")).isEqualTo("pingyi");
		assertThat(parameter(away, "code_challenge_method")).isEqualTo("S256");
		assertThat(parameter(away, "code_challenge")).isNotBlank();
		assertThat(parameter(away, "redirect_uri")).isEqualTo(this.address.of("/vote/identity/return"));
		assertThat(away.getResponse().getHeader("Set-Cookie")).contains("Path=/vote/identity;", "HttpOnly",
				"SameSite=Lax", "Max-Age=600");
		assertThat(ticket(away).getValue()).doesNotContain(parameter(away, "state"), parameter(away, "nonce"));
		assertThat(away.getRequest().getSession(false)).isNull();
	}

	@Test
	void bringsPeopleBackToUsWhateverTheRequestSays() {
		MvcTestResult away = this.mvc.get().uri("http://elsewhere.example/vote/identity").exchange();
		assertThat(parameter(away, "redirect_uri")).isEqualTo(this.address.of("/vote/identity/return"));
	}

	@Test
	void keepsItsCookieToHttps() {
		MvcTestResult away = this.mvc.get().uri("https://localhost/vote/identity").exchange();
		String cookie = Objects.requireNonNull(away.getResponse().getHeader("Set-Cookie"));
		assertThat(cookie).startsWith("__Secure-pingyi-identity=").contains("Path=/vote/identity;");
		CookieTests.assertSafe(cookie);
	}

	@Test
	void givesAPassToWhomTheProviderVouchesFor() {
		String right = rightOf("li");
		assertThat(right).matches("id:[0-9a-f]{64}");
		StandInProvider.SERVER
			.verify(postRequestedFor(urlEqualTo("/token")).withHeader("Authorization", equalTo(StandInProvider.basic()))
				.withFormParam("grant_type", equalTo("authorization_code"))
				.withFormParam("code", equalTo("c-1"))
				.withFormParam("code_verifier", matching("[\\w-]{43,}")));
		assertThat(rightOf("li")).isEqualTo(right);
		assertThat(rightOf("wang")).isNotEqualTo(right);
	}

	@Test
	void takesTheCookieBackWithEveryAnswer() {
		MvcTestResult away = depart();
		StandInProvider.vouches("li", parameter(away, "nonce"));
		assertThat(back(away, parameter(away, "state")).getResponse().getHeader("Set-Cookie")).contains("Max-Age=0");
	}

	@Test
	void refusesATokenOfAnotherJourney() {
		assertBroken((nonce) -> StandInProvider.vouches("li", "another-nonce"));
	}

	@Test
	void refusesATokenWithoutNonce() {
		assertBroken((nonce) -> StandInProvider.vouches(nonce, (claims) -> claims.claim("nonce", null)));
	}

	@Test
	void refusesAForeignSignature() {
		assertBroken(StandInProvider::isForged);
	}

	@Test
	void refusesAnExpiredToken() {
		assertBroken(
				(nonce) -> StandInProvider.vouches(nonce, (claims) -> claims.expirationTime(StandInProvider.past())));
	}

	@Test
	void refusesATokenForSomebodyElse() {
		assertBroken((nonce) -> StandInProvider.vouches(nonce, (claims) -> claims.audience("another-client")));
	}

	@Test
	void refusesATokenOfAnotherIssuer() {
		assertBroken((nonce) -> StandInProvider.vouches(nonce, (claims) -> claims.issuer("https://other.test")));
	}

	@Test
	void refusesAnotherBrowserAndAStaleTicket() {
		MvcTestResult away = depart();
		StandInProvider.vouches("li", parameter(away, "nonce"));
		assertThat(this.mvc.get().uri("/vote/identity/return?code=c-1&state=" + parameter(away, "state")))
			.hasStatus(422);
		for (String ticket : List.of("x", "x".repeat(80), "!".repeat(80))) {
			assertThat(this.mvc.get()
				.uri("/vote/identity/return?code=c-1&state=" + parameter(away, "state"))
				.cookie(new Cookie("pingyi-identity", ticket))).hasStatus(422);
		}
		assertThat(back(away, parameter(depart(), "state"))).hasStatus(422);
		assertThat(back(depart(), parameter(away, "state"))).hasStatus(422);
		this.clock.advance(Duration.ofMinutes(11));
		assertThat(back(away, parameter(away, "state"))).hasStatus(422).bodyText().contains("身份认证没有完成");
	}

	@Test
	void leadsOnWhoeverCancelled() {
		MvcTestResult away = depart();
		assertThat(this.mvc.get()
			.uri("/vote/identity/return?error=access_denied&state=" + parameter(away, "state"))
			.cookie(ticket(away))).hasStatus(422).bodyText().contains("您取消了身份认证", "换一种方式");
	}

	@Test
	void saysThatTheProviderFails() {
		MvcTestResult away = depart();
		StandInProvider.fails();
		assertThat(back(away, parameter(away, "state"))).hasStatus(503).bodyText().contains("暂时没有应答");
	}

	@Test
	void waitsForAProviderThatStallsNoLongerThanItMay() {
		MvcTestResult away = depart();
		StandInProvider.stalls();
		assertThat(back(away, parameter(away, "state"))).hasStatus(503).bodyText().contains("暂时没有应答");
	}

	/** One ticket is good for ten minutes: it must not be a hose. */
	@Test
	void boundsWhatOneAddressMayAskTheProvider() {
		MvcTestResult away = depart();
		StandInProvider.fails();
		for (int time = 0; time < 6; time++) {
			assertThat(back(away, parameter(away, "state"))).hasStatus(503);
		}
		assertThat(back(away, parameter(away, "state"))).hasStatus(429);
		StandInProvider.SERVER.verify(6, postRequestedFor(urlEqualTo("/token")));
	}

	@Test
	void setsNoCookieBeforeAnybodyChoseThisWay() {
		assertThat(this.mvc.get().uri("/vote").exchange().getResponse().getHeader("Set-Cookie")).isNull();
	}

	private void assertBroken(Consumer<String> provider) {
		MvcTestResult away = depart();
		provider.accept(parameter(away, "nonce"));
		assertThat(back(away, parameter(away, "state"))).hasStatus(422).bodyText().contains("身份认证没有完成");
	}

	private String rightOf(String person) {
		MvcTestResult away = depart();
		StandInProvider.vouches(person, parameter(away, "nonce"));
		Matcher pass = PASS.matcher(Citizen.text(back(away, parameter(away, "state"))));
		assertThat(pass.find()).isTrue();
		return this.passes.read(pass.group(1)).right();
	}

	private MvcTestResult depart() {
		return this.mvc.get().uri("/vote/identity").exchange();
	}

	private MvcTestResult back(MvcTestResult away, String state) {
		return this.mvc.get().uri("/vote/identity/return?code=c-1&state=" + state).cookie(ticket(away)).exchange();
	}

	private static Cookie ticket(MvcTestResult away) {
		return Objects.requireNonNull(away.getResponse().getCookie("pingyi-identity"));
	}

	private static String parameter(MvcTestResult away, String name) {
		String location = Objects.requireNonNull(away.getResponse().getRedirectedUrl());
		return Objects
			.requireNonNull(UriComponentsBuilder.fromUriString(location).build().getQueryParams().getFirst(name));
	}

}

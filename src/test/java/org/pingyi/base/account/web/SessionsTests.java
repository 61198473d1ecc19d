package org.pingyi.base.account.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.account.AccountSamples;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Where one is signed in, and for how long. */
@PingyiTest
class SessionsTests {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final ExecutorService tabs = Executors.newFixedThreadPool(6);

	private final MockMvcTester mvc;

	private final AccountSamples samples;

	private final TestClock clock;

	SessionsTests(MockMvcTester mvc, AccountSamples samples, TestClock clock) {
		this.mvc = mvc;
		this.samples = samples;
		this.clock = clock;
	}

	@AfterEach
	void close() {
		this.tabs.shutdownNow();
	}

	@Test
	void listsOnesSessionsAndEndsTheOthers() {
		this.samples.office();
		this.samples.person("office2", "");
		Cookie phone = signIn("office1", "Mozilla/5.0 (Linux; Android 15) Chrome/140 Safari/537");
		Cookie desk = signIn("office1", "Mozilla/5.0 (Windows NT 10.0) Firefox/140");
		Cookie another = signIn("office2", "Mozilla/5.0 (X11; Linux) Firefox/140");
		assertThat(this.mvc.get().uri("/me/sessions").cookie(desk)).hasStatusOk()
			.bodyText()
			.contains("Firefox, Windows", "Chrome, Android", "127.0.0.0/24", "本机")
			.doesNotContain("Firefox, Linux");
		assertThat(this.mvc.post().uri("/me/sessions/end").cookie(desk).with(csrf())).hasRedirectedUrl("/me/sessions");
		assertThat(this.mvc.get().uri("/me").cookie(phone)).hasRedirectedUrl("/login?ended");
		assertThat(this.mvc.get().uri("/me").cookie(desk)).hasStatusOk();
		assertThat(this.mvc.get().uri("/me").cookie(another)).hasStatusOk();
	}

	@Test
	void endsASessionAfterEightHoursHoweverBusy() {
		this.samples.office();
		Cookie session = signIn("office1", "");
		for (int hour = 0; hour < 7; hour++) {
			this.clock.advance(Duration.ofHours(1));
			assertThat(this.mvc.get().uri("/desk/units").cookie(session)).hasStatusOk();
		}
		this.clock.advance(Duration.ofHours(1));
		assertThat(this.mvc.get().uri("/desk/units").cookie(session)).hasRedirectedUrl("/login?ended")
			.cookies()
			.containsCookie("pingyi-next");
		assertThat(this.mvc.get().uri("/desk/units").cookie(session)).hasRedirectedUrl("/login?ended");
	}

	/** The tabs that a browser opens at its start; each of their forms can be sent. */
	@Test
	void answersManyPagesAtOnce() {
		this.samples.office();
		Cookie session = signInByTheForm();
		List<MvcTestResult> pages = atOnce(Stream
			.of("/desk/kiosks", "/desk/groups", "/desk/units/imports", "/me/password", "/desk/schemes", "/desk/sms")
			.map((page) -> this.mvc.get().uri(page).cookie(session)));
		assertThat(pages).allSatisfy((page) -> {
			assertThat(page).hasStatusOk();
			assertThat(endOthers(session, formToken(page.getResponse()))).hasRedirectedUrl("/me/sessions");
		});
	}

	/** Each of them is the first to keep its notice in the session. */
	@Test
	void takesManyFormsAtOnce() {
		this.samples.office();
		Cookie session = signInByTheForm();
		String token = formToken(this.mvc.get().uri("/desk/kiosks").cookie(session).exchange().getResponse());
		assertThat(atOnce(Stream.generate(() -> endOthers(session, token)).limit(6)))
			.allSatisfy((answer) -> assertThat(answer).hasRedirectedUrl("/me/sessions"));
	}

	private MockMvcRequestBuilder endOthers(Cookie session, String token) {
		return this.mvc.post().uri("/me/sessions/end").cookie(session).param("_csrf", token);
	}

	private List<MvcTestResult> atOnce(Stream<MockMvcRequestBuilder> requests) {
		return requests.map((request) -> CompletableFuture.supplyAsync(request::exchange, this.tabs))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
	}

	/** As a browser does: the token of the page, and the cookie that came with it. */
	private Cookie signInByTheForm() {
		MockHttpServletResponse page = this.mvc.get().uri("/login").exchange().getResponse();
		MockHttpServletResponse signedIn = this.mvc.post()
			.uri("/login")
			.cookie(page.getCookies())
			.param("_csrf", formToken(page))
			.param("username", "office1")
			.param("password", AccountSamples.PASSWORD)
			.exchange()
			.getResponse();
		return Objects.requireNonNull(signedIn.getCookie("pingyi"));
	}

	private static String formToken(MockHttpServletResponse page) {
		Matcher token = TOKEN.matcher(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8));
		assertThat(token.find()).isTrue();
		return token.group(1);
	}

	private Cookie signIn(String login, String browser) {
		return Arrays
			.stream(this.mvc.post()
				.uri("/login")
				.header("User-Agent", browser)
				.param("username", login)
				.param("password", AccountSamples.PASSWORD)
				.with(csrf())
				.exchange()
				.getResponse()
				.getCookies())
			.filter((cookie) -> !cookie.getName().startsWith("pingyi-device"))
			.findFirst()
			.orElseThrow();
	}

}

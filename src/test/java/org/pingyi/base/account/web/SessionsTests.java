package org.pingyi.base.account.web;

import java.time.Duration;
import java.util.Arrays;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.account.AccountSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Where one is signed in, and for how long. */
@PingyiTest
class SessionsTests {

	private final MockMvcTester mvc;

	private final AccountSamples samples;

	private final TestClock clock;

	SessionsTests(MockMvcTester mvc, AccountSamples samples, TestClock clock) {
		this.mvc = mvc;
		this.samples = samples;
		this.clock = clock;
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
		assertThat(this.mvc.get().uri("/me").cookie(phone)).hasRedirectedUrl("/login");
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
		assertThat(this.mvc.get().uri("/desk/units").cookie(session)).hasRedirectedUrl("/login");
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

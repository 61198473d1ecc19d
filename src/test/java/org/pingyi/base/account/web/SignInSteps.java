package org.pingyi.base.account.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

import jakarta.servlet.http.Cookie;

import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.web.Refusal;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The steps of a sign-in, as somebody takes them in the pages. */
record SignInSteps(MockMvcTester mvc) {

	/** Shows the right password, and is led on; the session that comes with it. */
	Cookie password(String login, String onward) {
		MvcTestResult result = this.mvc.post()
			.uri("/login")
			.param("username", login)
			.param("password", AccountSamples.PASSWORD)
			.with(csrf())
			.exchange();
		assertThat(result).hasRedirectedUrl(onward);
		return session(result);
	}

	/** Types a code of the second factor. */
	MvcTestResult code(Cookie session, String code) {
		return this.mvc.post().uri("/login/code").cookie(session).param("code", code).with(csrf()).exchange();
	}

	static Cookie session(MvcTestResult result) {
		return Arrays.stream(result.getResponse().getCookies())
			.filter((cookie) -> !cookie.getName().startsWith("pingyi-device"))
			.reduce((first, last) -> last)
			.orElseThrow();
	}

	/** What a step was refused with. */
	static String key(MvcTestResult result) {
		Object refusal = result.getRequest().getAttribute(SignInFailure.REFUSAL);
		return ((Refusal) Objects.requireNonNull(refusal)).key();
	}

	static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}

package org.pingyi.base.account.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.pingyi.PingyiTest;
import org.pingyi.base.account.session.KnownDevices;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** How many strangers sign in at once, and who does not wait for them. */
@PingyiTest
class BusySignInTests {

	private static final int STRANGERS = 20;

	private final Attempts attempts;

	private final KnownDevices devices;

	BusySignInTests(Attempts attempts, KnownDevices devices) {
		this.attempts = attempts;
		this.devices = devices;
	}

	@Test
	void letsTwentyOfManyGuessesIn() throws Exception {
		BusySignIn busy = new BusySignIn(this.attempts);
		besideTwenty(busy, () -> {
			for (int guess = 0; guess < 64; guess++) {
				MockHttpServletResponse answer = new MockHttpServletResponse();
				busy.doFilter(attempt(""), answer, new MockFilterChain());
				assertThat(answer.getStatus()).isEqualTo(303);
				assertThat(answer.getHeader("Location")).isEqualTo("/login?busy");
				assertThat(answer.getContentAsString()).isEmpty();
			}
		});
		assertThat(reaches(busy, attempt(""))).as("once they are done").isTrue();
	}

	@Test
	void letsNobodyWaitForThemWhoIsKnownOrShowsACode() throws Exception {
		BusySignIn busy = new BusySignIn(this.attempts);
		MockHttpServletRequest known = attempt("");
		known.setCookies(new Cookie(this.devices.cookie("office1"), this.devices.ticket("office1")));
		besideTwenty(busy, () -> {
			assertThat(reaches(busy, attempt(""))).isFalse();
			assertThat(reaches(busy, known)).isTrue();
			assertThat(reaches(busy, attempt("123456"))).isTrue();
			MockHttpServletRequest page = attempt("");
			page.setMethod("GET");
			assertThat(reaches(busy, page)).isTrue();
		});
	}

	private static boolean reaches(BusySignIn busy, MockHttpServletRequest request) throws Exception {
		MockFilterChain chain = new MockFilterChain();
		busy.doFilter(request, new MockHttpServletResponse(), chain);
		return chain.getRequest() != null;
	}

	private static MockHttpServletRequest attempt(String code) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
		request.setParameter("username", "office1");
		request.setParameter("password", "not the password");
		request.setParameter("code", code);
		return request;
	}

	/** Something done while twenty strangers are on their way. */
	private static void besideTwenty(BusySignIn busy, Act act) throws Exception {
		CountDownLatch arrived = new CountDownLatch(STRANGERS);
		CountDownLatch end = new CountDownLatch(1);
		FilterChain waiting = (request, response) -> {
			arrived.countDown();
			try {
				end.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		};
		List<Future<?>> guesses = new ArrayList<>();
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int guess = 0; guess < STRANGERS; guess++) {
				guesses.add(people.submit(() -> {
					busy.doFilter(attempt(""), new MockHttpServletResponse(), waiting);
					return null;
				}));
			}
			arrived.await();
			try {
				act.run();
			}
			finally {
				end.countDown();
			}
			for (Future<?> guess : guesses) {
				guess.get();
			}
		}
	}

	private interface Act {

		void run() throws Exception;

	}

}

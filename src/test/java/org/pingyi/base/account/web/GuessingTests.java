package org.pingyi.base.account.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.account.Authenticator;
import org.pingyi.base.account.CountedHashing;
import org.pingyi.base.account.factor.RecoveryCodes;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.limit.TooManyRequests;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Guessing passwords: bounded before anything is hashed, and never a way to lock out. */
@PingyiTest
class GuessingTests {

	private static final String STRANGER = "198.51.100.7";

	private static final String OFFICE = "203.0.113.9";

	private final MockMvcTester mvc;

	private final AccountSamples samples;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	private final CountedHashing hashing;

	private final RecoveryCodes recovery;

	GuessingTests(MockMvcTester mvc, AccountSamples samples, TestClock clock, JdbcTemplate jdbc, CountedHashing hashing,
			RecoveryCodes recovery) {
		this.hashing = hashing;
		this.recovery = recovery;
		this.mvc = mvc;
		this.samples = samples;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	@Test
	void evaluatesTenOfFortyGuessesAtOnce() throws Exception {
		this.samples.office();
		long before = this.hashing.count();
		guess(IntStream.range(0, 40).<Callable<Object>>mapToObj((number) -> () -> wrong("office1", OFFICE)).toList(),
				40);
		assertThat(this.hashing.count() - before).isEqualTo(10);
	}

	/** What counts evaluations counts them all where nothing bounds them. */
	@Test
	void evaluatesFortyGuessesAtFourNamesFromFourNetworks() throws Exception {
		List<Callable<Object>> guesses = new ArrayList<>();
		for (int name = 1; name <= 4; name++) {
			String login = "office" + name;
			String address = "198.51." + name + ".7";
			this.samples.person(login, "");
			IntStream.range(0, 10).forEach((number) -> guesses.add(() -> wrong(login, address)));
		}
		long before = this.hashing.count();
		guess(guesses, 8);
		assertThat(this.hashing.count() - before).isEqualTo(40);
	}

	/** Whoever sits down at an open session knows the password no better. */
	@Test
	void evaluatesTenGuessesAtTheOldPassword() throws Exception {
		this.samples.office();
		List<Callable<Object>> guesses = IntStream.range(0, 20)
			.<Callable<Object>>mapToObj((number) -> () -> this.mvc.post()
				.uri("/me/password")
				.param("old", "wrong-harbour-2026")
				.param("password", "lamp-on-the-quay-9")
				.param("repeated", "lamp-on-the-quay-9")
				.with(user("office1").roles("OFFICE"))
				.with(csrf())
				.exchange()
				.getResponse()
				.getStatus())
			.toList();
		long before = this.hashing.count();
		guess(guesses, 1);
		assertThat(this.hashing.count() - before).isEqualTo(10);
		assertThat(this.jdbc.queryForObject(
				"select count(*) from audit_entry where act = 'account.confirmationFailed' and subject = 'account:office1'",
				Long.class))
			.isEqualTo(10);
	}

	@Test
	void delaysRatherThanLocks() {
		this.samples.office();
		exhaust("office1", STRANGER);
		assertThat(key(signIn("office1", AccountSamples.PASSWORD, "", STRANGER))).isEqualTo("account.signInWait");
		this.clock.advance(Duration.ofSeconds(90));
		assertThat(signIn("office1", AccountSamples.PASSWORD, "", STRANGER)).hasRedirectedUrl("/desk");
	}

	@Test
	void treatsUnknownNamesAlike() {
		exhaust("nobody", STRANGER);
		assertThat(key(wrong("nobody", STRANGER))).isEqualTo("account.signInWait");
	}

	@Test
	void letsAKnownDeviceInWhateverStrangersDo() {
		this.samples.office();
		Cookie[] device = signIn("office1", AccountSamples.PASSWORD, "", OFFICE).getResponse().getCookies();
		exhaust("office1", STRANGER);
		assertThat(signIn("office1", AccountSamples.PASSWORD, "", OFFICE, device)).hasRedirectedUrl("/desk");
	}

	@Test
	void givesTheTicketOfOnePersonToNobodyElse() {
		this.samples.office();
		this.samples.person("office2", "");
		Cookie ticket = device(signIn("office1", AccountSamples.PASSWORD, "", OFFICE).getResponse().getCookies());
		Cookie own = device(signIn("office2", AccountSamples.PASSWORD, "", OFFICE).getResponse().getCookies());
		exhaust("office2", STRANGER);
		assertThat(key(
				signIn("office2", AccountSamples.PASSWORD, "", OFFICE, new Cookie(own.getName(), ticket.getValue()))))
			.isEqualTo("account.signInWait");
		assertThat(signIn("office2", AccountSamples.PASSWORD, "", OFFICE, own)).hasStatus3xxRedirection();
	}

	@Test
	void letsTheRightPasswordWithTheSecondFactorThrough() {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		exhaust("office1", STRANGER);
		long before = this.hashing.count();
		assertThat(key(signIn("office1", AccountSamples.PASSWORD, "000000", OFFICE))).isEqualTo("account.signInWait");
		assertThat(this.hashing.count()).as("no password is hashed for a wrong code").isEqualTo(before);
		assertThat(signIn("office1", AccountSamples.PASSWORD, phone.code(), OFFICE)).hasRedirectedUrl("/desk");
	}

	@Test
	void letsTheRightPasswordWithTheSecondFactorThroughWhereStrangersWait() {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		this.hashing.besideStrangers(() -> {
			assertThat(signIn("office1", AccountSamples.PASSWORD, "", OFFICE)).hasRedirectedUrl("/login?busy");
			assertThat(signIn("office1", AccountSamples.PASSWORD, "000000", OFFICE)).hasRedirectedUrl("/login?busy");
			assertThat(signIn("office1", AccountSamples.PASSWORD, phone.code(), OFFICE)).hasRedirectedUrl("/desk");
		});
	}

	@Test
	void evaluatesTenGuessesOfWhoeverHasOneCodeForEmergencies() {
		this.samples.office();
		this.samples.authenticator("office1");
		String code = this.recovery.issue("office1").getFirst();
		exhaust("office1", STRANGER);
		long before = this.hashing.count();
		for (int guess = 0; guess < 20; guess++) {
			signIn("office1", "guess number " + guess, code, STRANGER);
		}
		assertThat(this.hashing.count() - before).isEqualTo(10);
		this.clock.advance(Duration.ofSeconds(90));
		assertThat(signIn("office1", AccountSamples.PASSWORD, code, OFFICE)).hasRedirectedUrl("/desk");
	}

	@Test
	void boundsTheCodesOfWhoeverKnowsThePassword() {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		for (int guess = 0; guess < 10; guess++) {
			assertThat(key(signIn("office1", AccountSamples.PASSWORD, "00000" + guess, STRANGER)))
				.isEqualTo("account.codeWrong");
		}
		assertThat(key(signIn("office1", AccountSamples.PASSWORD, phone.code(), STRANGER)))
			.isEqualTo("account.codeWait");
		assertThat(signIn("office1", AccountSamples.PASSWORD, phone.code(), OFFICE)).hasRedirectedUrl("/desk");
	}

	@Test
	void stopsOnePasswordTriedOnManyNames() {
		for (int name = 0; name < 60; name++) {
			assertThat(key(wrong("person" + name, "198.51.100." + name))).isEqualTo("account.signInWrong");
		}
		assertThat(key(wrong("person60", "198.51.100.200"))).isEqualTo("account.signInWait");
		assertThat(key(wrong("person60", OFFICE))).isEqualTo("account.signInWrong");
	}

	@Test
	void countsNobodyWhoSucceeds() {
		for (int person = 0; person < 12; person++) {
			this.samples.office();
			assertThat(signIn("office1", AccountSamples.PASSWORD, "", OFFICE)).hasRedirectedUrl("/desk");
		}
	}

	@Test
	void asksForTheCodeInTheFormOfWhoeverHasToWait() {
		Refusal wait = new TooManyRequests(Duration.ofSeconds(80), "account.signInWait", 80);
		assertThat(this.mvc.post()
			.uri("/login/failure")
			.requestAttr(SignInFailure.REFUSAL, wait)
			.param("username", "office1")
			.param("password", AccountSamples.PASSWORD)
			.with(csrf())).hasStatus(429).headers().hasValue("Retry-After", "80");
	}

	@Test
	void asksForTheCodeOnThePageThatIsBusyAndKeepsTheName() {
		this.hashing.besideStrangers(() -> {
			Cookie[] kept = wrong("办公室1", STRANGER).getResponse().getCookies();
			assertThat(this.mvc.get().uri("/login?busy=").cookie(kept)).hasStatus(503)
				.bodyText()
				.contains("name=\"code\"")
				.contains("value=\"办公室1\"");
		});
		assertThat(this.mvc.get().uri("/login?busy=").cookie(new Cookie("pingyi-typed-name", "%"))).hasStatus(503);
	}

	private void exhaust(String login, String address) {
		for (int guess = 0; guess < 10; guess++) {
			wrong(login, address);
		}
	}

	private MvcTestResult wrong(String login, String address) {
		return signIn(login, "not the password", "", address);
	}

	private MvcTestResult signIn(String login, String password, String code, String address, Cookie... cookies) {
		var request = this.mvc.post()
			.uri("/login")
			.param("username", login)
			.param("password", password)
			.param("code", code)
			.with(csrf())
			.with((received) -> {
				received.setRemoteAddr(address);
				return received;
			});
		return ((cookies.length > 0) ? request.cookie(cookies) : request).exchange();
	}

	private static void guess(List<Callable<Object>> guesses, int atOnce) throws Exception {
		try (ExecutorService people = Executors.newFixedThreadPool(atOnce)) {
			for (Future<Object> guess : people.invokeAll(guesses)) {
				guess.get();
			}
		}
	}

	private static String key(MvcTestResult result) {
		Object refusal = result.getRequest().getAttribute(SignInFailure.REFUSAL);
		return ((Refusal) Objects.requireNonNull(refusal)).key();
	}

	private static Cookie device(Cookie[] cookies) {
		return Arrays.stream(cookies)
			.filter((cookie) -> cookie.getName().startsWith("pingyi-device-"))
			.findFirst()
			.orElseThrow();
	}

}

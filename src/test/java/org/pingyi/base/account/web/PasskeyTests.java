package org.pingyi.base.account.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.account.Authenticator;
import org.pingyi.base.account.Role;
import org.pingyi.base.account.SecurityKey;
import org.pingyi.base.account.factor.RecoveryCodes;
import org.pingyi.base.account.passkey.NewPasskey;
import org.pingyi.base.account.passkey.PasskeyAnswer;
import org.pingyi.base.account.passkey.PasskeyPrompts;
import org.pingyi.base.account.passkey.Passkeys;
import org.pingyi.base.web.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.pingyi.base.account.web.SignInSteps.key;
import static org.pingyi.base.account.web.SignInSteps.session;
import static org.pingyi.base.account.web.SignInSteps.text;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Passkeys as the second step of a sign-in, and what is refused. */
@PingyiTest
class PasskeyTests {

	private static final String NAME = "办公室电脑";

	private final MockMvcTester mvc;

	private final SignInSteps steps;

	private final AccountSamples samples;

	private final RecoveryCodes recovery;

	private final Passkeys passkeys;

	private final PasskeyPrompts prompts;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	private final SecurityKey key;

	PasskeyTests(MockMvcTester mvc, AccountSamples samples, RecoveryCodes recovery, Passkeys passkeys,
			PasskeyPrompts prompts, TestClock clock, JdbcTemplate jdbc) {
		this.mvc = mvc;
		this.steps = new SignInSteps(mvc);
		this.samples = samples;
		this.recovery = recovery;
		this.passkeys = passkeys;
		this.prompts = prompts;
		this.clock = clock;
		this.jdbc = jdbc;
		this.key = SecurityKey.at(prompts.origin());
	}

	@Test
	void isAddedAndSignsIn() {
		this.samples.office();
		Cookie own = this.steps.password("office1", "/desk");
		assertThat(add(own, this.key.make(NAME, challenge(own, "/me/factor/passkeys/challenge"))))
			.hasRedirectedUrl("/me/factor");
		assertThat(this.mvc.get().uri("/me/factor").cookie(own)).bodyText().contains(NAME, "还没有用过");
		this.clock.advance(Duration.ofDays(1));
		Cookie session = this.steps.password("office1", "/login/code");
		assertThat(this.mvc.get().uri("/desk/units").cookie(session)).hasRedirectedUrl("/login");
		MvcTestResult signedIn = answer(session, this.key.answer(challenge(session)));
		assertThat(signedIn).hasRedirectedUrl("/desk");
		assertThat(this.mvc.get().uri("/desk/units").cookie(session(signedIn))).hasStatusOk();
		assertThat(this.passkeys.of("office1")).singleElement()
			.satisfies((passkey) -> assertThat(passkey.used()).isEqualTo(this.clock.instant()));
		assertThat(acts()).containsOnlyOnce("account.passkeyAdded");
	}

	@Test
	void asksByTheNameOfTheSiteWhateverTheRequestSays() {
		this.samples.office();
		added("office1", this.key);
		Cookie session = this.steps.password("office1", "/login/code");
		JsonNode asked = JsonMapper.shared()
			.readTree(text(this.mvc.post()
				.uri("http://evil.example/login/passkey/challenge")
				.header("Host", "evil.example")
				.cookie(session)
				.with(csrf())
				.exchange()));
		assertThat(asked.get("rpId").asString()).isEqualTo("localhost");
		assertThat(asked.get("allowCredentials")).hasSize(1);
		assertThat(asked.get("userVerification").asString()).isEqualTo("preferred");
	}

	@Test
	void takesEachChallengeOnce() {
		this.samples.office();
		added("office1", this.key);
		Cookie session = this.steps.password("office1", "/login/code");
		PasskeyAnswer answer = this.key.answer(challenge(session));
		assertThat(answer(session, answer)).hasRedirectedUrl("/desk");
		Cookie again = this.steps.password("office1", "/login/code");
		assertThat(key(answer(again, answer))).isEqualTo("account.passkeySpent");
		challenge(again);
		assertThat(key(answer(again, answer))).isEqualTo("account.passkeyFailed");
		assertThat(answer(again, this.key.answer(challenge(again)))).hasRedirectedUrl("/desk");
	}

	/** A key that does not count would not notice by itself. */
	@Test
	void takesOneOfTheSameAnswersAtOnce() {
		this.samples.office();
		added("office1", this.key);
		var challenge = this.prompts.challenge();
		this.key.setCount(-1);
		PasskeyAnswer answer = this.key.answer(challenge.value());
		try (ExecutorService people = Executors.newFixedThreadPool(4)) {
			List<CompletableFuture<Throwable>> all = Stream
				.generate(() -> CompletableFuture
					.supplyAsync(() -> catchThrowable(() -> this.passkeys.use("office1", challenge, answer)), people))
				.limit(4)
				.toList();
			assertThat(all.stream().map(CompletableFuture::join).filter(Objects::isNull)).hasSize(1);
		}
		// The control: nothing else would have stopped the second.
		this.jdbc.update("update account_passkey set challenge = null");
		this.passkeys.use("office1", challenge, answer);
	}

	@Test
	void forgetsAChallengeAfterFiveMinutes() {
		this.samples.office();
		added("office1", this.key);
		Cookie session = this.steps.password("office1", "/login/code");
		String late = challenge(session);
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(key(answer(session, this.key.answer(late)))).isEqualTo("account.passkeySpent");
		String challenge = challenge(session);
		this.clock.advance(Duration.ofSeconds(299));
		assertThat(answer(session, this.key.answer(challenge))).hasRedirectedUrl("/desk");
	}

	@Test
	void takesNoChallengeOfAnotherSession() {
		this.samples.office();
		added("office1", this.key);
		String elsewhere = challenge(this.steps.password("office1", "/login/code"));
		Cookie session = this.steps.password("office1", "/login/code");
		assertThat(key(answer(session, this.key.answer(elsewhere)))).isEqualTo("account.passkeySpent");
		challenge(session);
		assertThat(key(answer(session, this.key.answer(elsewhere)))).isEqualTo("account.passkeyFailed");
		assertThat(answer(session, this.key.answer(challenge(session)))).hasRedirectedUrl("/desk");
	}

	@Test
	void signsNobodyInFromAFalseSite() {
		this.samples.office();
		added("office1", this.key);
		Cookie session = this.steps.password("office1", "/login/code");
		SecurityKey deceived = this.key.shownAt("https://localhost.example");
		assertThat(key(answer(session, deceived.answer(challenge(session))))).isEqualTo("account.passkeyFailed");
		assertThat(acts()).contains("account.passkeyFailed");
		assertThat(answer(session, this.key.answer(challenge(session)))).hasRedirectedUrl("/desk");
	}

	@Test
	void addsNoneFromAFalseSite() {
		this.samples.office();
		Cookie own = this.steps.password("office1", "/desk");
		SecurityKey deceived = this.key.shownAt("https://localhost.example");
		assertThat(add(own, deceived.make(NAME, challenge(own, "/me/factor/passkeys/challenge")))).hasStatus(422);
		assertThat(this.passkeys.has("office1")).isFalse();
	}

	@Test
	void takesNobodyElsesKey() {
		this.samples.office();
		this.samples.inspector();
		SecurityKey other = SecurityKey.at(this.prompts.origin());
		added("inspector1", other);
		added("office1", this.key);
		Cookie session = this.steps.password("office1", "/login/code");
		assertThat(key(answer(session, other.answer(challenge(session))))).isEqualTo("account.passkeyFailed");
		assertThat(answer(session, this.key.answer(challenge(session)))).hasRedirectedUrl("/desk");
	}

	/** Else anybody's would do where there is none to allow. */
	@Test
	void takesNoKeyOfWhoeverHasNone() {
		this.samples.office();
		this.samples.inspector();
		added("inspector1", this.key);
		this.samples.authenticator("office1");
		Cookie session = this.steps.password("office1", "/login/code");
		assertThat(key(answer(session, this.key.answer(challenge(session))))).isEqualTo("account.passkeyFailed");
	}

	@Test
	void belongsToOnePersonHoweverManyAddItAtOnce() {
		this.samples.office();
		this.samples.inspector();
		try (ExecutorService people = Executors.newFixedThreadPool(4)) {
			List<CompletableFuture<Throwable>> all = Stream.of("office1", "inspector1", "office1", "inspector1")
				.map((login) -> CompletableFuture.supplyAsync(() -> catchThrowable(() -> added(login, this.key)),
						people))
				.toList();
			assertThat(all.stream().map(CompletableFuture::join).filter(Objects::nonNull)).hasSize(3)
				.allSatisfy((refused) -> assertThat(((Refusal) refused).key()).isEqualTo("account.passkeyUnusable"));
		}
		assertThat(this.jdbc.queryForList("select login from account_passkey")).hasSize(1);
	}

	@Test
	void refusesACounterThatWentBackAndRecordsIt() {
		this.samples.office();
		added("office1", this.key);
		this.key.setCount(9);
		Cookie session = this.steps.password("office1", "/login/code");
		assertThat(answer(session, this.key.answer(challenge(session)))).hasRedirectedUrl("/desk");
		this.key.setCount(4);
		Cookie again = this.steps.password("office1", "/login/code");
		assertThat(key(answer(again, this.key.answer(challenge(again))))).isEqualTo("account.passkeyCopied");
		assertThat(acts()).containsOnlyOnce("account.passkeyCopied");
		this.key.setCount(10);
		assertThat(answer(again, this.key.answer(challenge(again)))).hasRedirectedUrl("/desk");
		// The control: it is the latest counter that counts, which the framework does not
		// compare.
		this.jdbc.update("update account_passkey set sign_count = 0");
		this.key.setCount(4);
		Cookie unnoticed = this.steps.password("office1", "/login/code");
		assertThat(answer(unnoticed, this.key.answer(challenge(unnoticed)))).hasRedirectedUrl("/desk");
	}

	@Test
	void knowsKeysThatDoNotCount() {
		this.samples.office();
		added("office1", this.key);
		for (int time = 0; time < 2; time++) {
			this.key.setCount(-1);
			Cookie session = this.steps.password("office1", "/login/code");
			assertThat(answer(session, this.key.answer(challenge(session)))).hasRedirectedUrl("/desk");
		}
	}

	@Test
	void keepsTheLastOneWhereOneIsRequired() {
		this.samples.office();
		added("office1", this.key);
		added("office1", SecurityKey.at(this.prompts.origin()));
		List<Long> ids = this.jdbc.queryForList("select id from account_passkey order by id", Long.class);
		this.samples.requireFactor(Role.OFFICE, true);
		Cookie own = signedIn("office1");
		assertThat(remove(own, ids.getLast())).hasRedirectedUrl("/me/factor");
		assertThat(remove(own, ids.getLast())).hasStatus(404);
		assertThat(remove(own, ids.getFirst())).hasStatus(409);
		assertThat(this.passkeys.of("office1")).hasSize(1);
		assertThat(acts()).containsOnlyOnce("account.passkeyRemoved");
		this.samples.authenticator("office1");
		assertThat(remove(own, ids.getFirst())).hasRedirectedUrl("/me/factor");
		assertThat(this.passkeys.has("office1")).isFalse();
	}

	@Test
	void goesWithItsRecoveryCodesWhereNoneIsRequired() {
		this.samples.office();
		added("office1", this.key);
		Cookie own = signedIn("office1");
		assertThat(this.recovery.issue("office1")).hasSize(10);
		assertThat(remove(own, this.passkeys.of("office1").getFirst().id())).hasRedirectedUrl("/me/factor");
		assertThat(this.recovery.left("office1")).isZero();
		this.steps.password("office1", "/desk");
	}

	@Test
	void removesNobodyElses() {
		this.samples.office();
		this.samples.inspector();
		added("inspector1", this.key);
		Cookie own = this.steps.password("office1", "/desk");
		assertThat(remove(own, this.passkeys.of("inspector1").getFirst().id())).hasStatus(404);
		assertThat(this.passkeys.has("inspector1")).isTrue();
	}

	@Test
	void leavesTheCodeAsAnotherWay() {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		added("office1", this.key);
		Cookie session = this.steps.password("office1", "/login/code");
		assertThat(this.mvc.get().uri("/login/code").cookie(session)).bodyText()
			.contains("action=\"/login/passkey\"", "action=\"/login/code\"");
		assertThat(this.mvc.post().uri("/login/code").cookie(session).param("code", phone.code()).with(csrf()))
			.hasRedirectedUrl("/desk");
	}

	@Test
	void givesRecoveryCodesToWhoeverHasNothingElse() {
		this.samples.office();
		added("office1", this.key);
		String code = this.recovery.issue("office1").getFirst();
		Cookie session = this.steps.password("office1", "/login/code");
		assertThat(this.mvc.post().uri("/login/code").cookie(session).param("code", code).with(csrf()))
			.hasRedirectedUrl("/desk");
	}

	@Test
	void satisfiesTheRequirement() {
		this.samples.office();
		this.samples.requireFactor(Role.OFFICE, true);
		Cookie session = this.steps.password("office1", "/login/factor");
		MvcTestResult signedIn = made(session, "/login/factor/passkey", this.key.make(NAME, challenge(session)));
		assertThat(signedIn).hasRedirectedUrl("/me/factor?new");
		assertThat(this.mvc.get().uri("/me/factor?new=").cookie(session(signedIn))).bodyText()
			.contains(NAME, "/me/factor/recovery");
		this.steps.password("office1", "/login/code");
	}

	@Test
	void isNoWayAroundTheFactorThatThereIs() {
		this.samples.office();
		this.samples.requireFactor(Role.OFFICE, true);
		Cookie session = this.steps.password("office1", "/login/factor");
		String challenge = challenge(session);
		this.samples.authenticator("office1");
		assertThat(key(made(session, "/login/factor/passkey", this.key.make(NAME, challenge))))
			.isEqualTo("account.signInSpent");
		assertThat(this.passkeys.has("office1")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "=", "!", "bnVsbA", "e30", "oA", "9g", "W10", "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YUA" })
	void refusesWhateverIsNoPasskey(String sent) {
		this.samples.office();
		Cookie own = this.steps.password("office1", "/desk");
		challenge(own, "/me/factor/passkeys/challenge");
		assertThat(add(own, new NewPasskey(NAME, sent, sent, sent))).hasStatus(422);
		NewPasskey good = this.key.make(NAME, challenge(own, "/me/factor/passkeys/challenge"));
		assertThat(add(own, new NewPasskey(NAME, sent, good.attestationObject(), sent))).hasStatus(422);
		added("office1", this.key);
		Cookie session = this.steps.password("office1", "/login/code");
		PasskeyAnswer answer = this.key.answer(challenge(session));
		assertThat(key(answer(session, new PasskeyAnswer(sent, sent, sent, sent)))).startsWith("account.passkey");
		challenge(session);
		assertThat(key(answer(session, new PasskeyAnswer(answer.credential(), sent, sent, sent))))
			.isEqualTo("account.passkeyFailed");
		challenge(session);
		assertThat(key(answer(session,
				new PasskeyAnswer(answer.credential(), answer.clientDataJSON(), sent, answer.signature()))))
			.isEqualTo("account.passkeyFailed");
	}

	@Test
	void wantsANameAndKeepsTheNumberSmall() {
		this.samples.office();
		assertThat(catchThrowable(() -> added("office1", this.key, "　".repeat(3)))).hasMessage("account.passkeyName");
		assertThat(catchThrowable(() -> added("office1", this.key, "长".repeat(41)))).hasMessage("account.passkeyName");
		for (int each = 0; each < 10; each++) {
			added("office1", SecurityKey.at(this.prompts.origin()));
		}
		assertThat(catchThrowable(() -> added("office1", this.key))).hasMessage("account.passkeysMany");
	}

	private void added(String login, SecurityKey key) {
		added(login, key, NAME);
	}

	private void added(String login, SecurityKey key, String name) {
		var challenge = this.prompts.challenge();
		this.passkeys.add(login, challenge, key.make(name, challenge.value()));
	}

	private Cookie signedIn(String login) {
		Cookie session = this.steps.password(login, "/login/code");
		return session(answer(session, this.key.answer(challenge(session))));
	}

	private String challenge(Cookie session) {
		return challenge(session, "/login/passkey/challenge");
	}

	private String challenge(Cookie session, String address) {
		MvcTestResult asked = this.mvc.post().uri(address).cookie(session).with(csrf()).exchange();
		assertThat(asked).hasStatusOk();
		return JsonMapper.shared().readTree(text(asked)).get("challenge").asString();
	}

	private MvcTestResult answer(Cookie session, PasskeyAnswer answer) {
		return this.mvc.post()
			.uri("/login/passkey")
			.cookie(session)
			.param("credential", answer.credential())
			.param("clientDataJSON", answer.clientDataJSON())
			.param("authenticatorData", answer.authenticatorData())
			.param("signature", answer.signature())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult add(Cookie session, NewPasskey made) {
		return made(session, "/me/factor/passkeys", made);
	}

	private MvcTestResult made(Cookie session, String address, NewPasskey made) {
		return this.mvc.post()
			.uri(address)
			.cookie(session)
			.param("name", made.name())
			.param("clientDataJSON", made.clientDataJSON())
			.param("attestationObject", made.attestationObject())
			.param("transports", made.transports())
			.with(FormKey.fresh())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult remove(Cookie session, long id) {
		return this.mvc.post().uri("/me/factor/passkeys/{id}/removal", id).cookie(session).with(csrf()).exchange();
	}

	private List<String> acts() {
		return this.jdbc.queryForList("select act from audit_entry", String.class);
	}

}

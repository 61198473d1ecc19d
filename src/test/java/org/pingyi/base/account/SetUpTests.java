package org.pingyi.base.account;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.web.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The first two administrators. */
@PingyiTest
class SetUpTests {

	private final SetUp setUp;

	private final Activations activations;

	private final AccountSamples samples;

	private final TestClock clock;

	SetUpTests(SetUp setUp, Activations activations, AccountSamples samples, TestClock clock) {
		this.setUp = setUp;
		this.activations = activations;
		this.samples = samples;
		this.clock = clock;
	}

	@Test
	void appointsTwoDifferentAdministrators() {
		String activation = appoint(this.setUp.token(), "system1", "security1");
		assertThat(this.activations.person(activation).login()).isEqualTo("security1");
		assertThat(this.samples.read("system1").roles()).containsExactly(Role.SYSTEM_ADMIN);
		assertThat(this.samples.read("security1").roles()).containsExactly(Role.SECURITY_ADMIN);
		assertThat(this.setUp.needed()).isFalse();
	}

	@Test
	void refusesOnePersonForBoth() {
		String token = this.setUp.token();
		refuses("account.loginTaken", () -> appoint(token, "system1", "system1"));
		assertThat(this.setUp.needed()).isTrue();
		appoint(token, "system1", "security1");
	}

	@Test
	void servesOnce() {
		String first = this.setUp.token();
		String second = this.setUp.token();
		appoint(first, "system1", "security1");
		refuses("account.setUpDone", () -> appoint(second, "system2", "security2"));
		refuses("account.setUpDone", () -> this.setUp.require(second));
		refuses("account.setUpDone", this.setUp::token);
	}

	@Test
	void servesOneOfManyAtOnce() throws Exception {
		List<String> tokens = IntStream.range(0, 8).mapToObj((number) -> this.setUp.token()).toList();
		try (ExecutorService people = Executors.newFixedThreadPool(8)) {
			List<Future<Boolean>> attempts = IntStream.range(0, 8)
				.mapToObj((number) -> people.submit(() -> appointed(tokens.get(number), number)))
				.toList();
			int appointed = 0;
			for (Future<Boolean> attempt : attempts) {
				appointed += attempt.get() ? 1 : 0;
			}
			assertThat(appointed).isEqualTo(1);
		}
	}

	@Test
	void refusesAForeignOrOldLink() {
		refuses("account.linkSpent", () -> appoint("made-up", "system1", "security1"));
		String token = this.setUp.token();
		this.clock.advance(Duration.ofHours(24));
		refuses("account.linkSpent", () -> appoint(token, "system1", "security1"));
	}

	@Test
	void helpsAnAdministratorWhomNobodyElseCould() {
		appoint(this.setUp.token(), "system1", "security1");
		this.activations.activate(this.setUp.recover("system1"), "another password 9");
		assertThat(this.samples.read("system1").held()).isFalse();
	}

	private boolean appointed(String token, int number) {
		try {
			appoint(token, "system" + number, "security" + number);
			return true;
		}
		catch (Refusal ex) {
			return false;
		}
	}

	private String appoint(String token, String system, String security) {
		return this.setUp.appoint(token, new NewAccount(system, "系统管理员", ""), AccountSamples.PASSWORD,
				new NewAccount(security, "安全管理员", ""));
	}

	private static void refuses(String key, ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act).extracting(Refusal::key).isEqualTo(key);
	}

}

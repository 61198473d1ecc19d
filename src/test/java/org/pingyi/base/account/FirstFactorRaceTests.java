package org.pingyi.base.account;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.account.factor.AuthenticatorOffer;
import org.pingyi.base.account.factor.Authenticators;

import org.springframework.security.core.authority.FactorGrantedAuthority;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever knows a password, and needs a first factor, takes away none that the person
 * sets up at the same moment.
 */
@PingyiTest
class FirstFactorRaceTests {

	private static final int RIVALS = 8;

	private final SignIns signIns;

	private final Authenticators authenticators;

	private final AccountSamples samples;

	private final TestClock clock;

	FirstFactorRaceTests(SignIns signIns, Authenticators authenticators, AccountSamples samples, TestClock clock) {
		this.signIns = signIns;
		this.authenticators = authenticators;
		this.samples = samples;
		this.clock = clock;
	}

	@Test
	void takesOneOfManyFirstFactors() throws Exception {
		for (int round = 0; round < 5; round++) {
			Account person = this.samples.person("person" + round, "");
			PendingSignIn pending = new PendingSignIn(person.login(), FactorGrantedAuthority.PASSWORD_AUTHORITY, true,
					this.clock.instant(), person.generation());
			assertThat(race((rival) -> {
				AuthenticatorOffer offer = this.authenticators.offer(person.login());
				return () -> this.signIns.setUp(pending, offer.sealed(), code(offer),
						new Origin("203.0.113." + rival, "", ""));
			})).isOne();
		}
	}

	/** What lets one through is the look under the lock: enrolling alone replaces. */
	@Test
	void wouldTakeThemAllWithoutTheLook() throws Exception {
		this.samples.person("person", "");
		assertThat(race((rival) -> {
			AuthenticatorOffer offer = this.authenticators.offer("person");
			return () -> this.authenticators.enrol("person", offer.sealed(), code(offer));
		})).isEqualTo(RIVALS);
	}

	private String code(AuthenticatorOffer offer) {
		return new Authenticator(offer.secret(), this.clock).code();
	}

	/** How many of them came through. */
	private static long race(IntFunction<Runnable> rivals) throws Exception {
		CyclicBarrier start = new CyclicBarrier(RIVALS);
		List<Callable<Boolean>> acts = IntStream.range(0, RIVALS)
			.mapToObj(rivals)
			.map((act) -> through(start, act))
			.toList();
		long through = 0;
		try (ExecutorService people = Executors.newFixedThreadPool(RIVALS)) {
			for (Future<Boolean> one : people.invokeAll(acts)) {
				through += one.get() ? 1 : 0;
			}
		}
		return through;
	}

	private static Callable<Boolean> through(CyclicBarrier start, Runnable act) {
		return () -> {
			start.await();
			try {
				act.run();
				return true;
			}
			catch (SignInRefused refused) {
				assertThat(refused.refusal().key()).isEqualTo("account.signInSpent");
				return false;
			}
		};
	}

}

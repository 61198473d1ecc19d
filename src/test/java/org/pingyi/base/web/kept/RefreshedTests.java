package org.pingyi.base.web.kept;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.pingyi.Standalone;
import org.pingyi.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What many requests rest on is asked for by one of them every few seconds. */
@Standalone
class RefreshedTests {

	private final TestClock clock = new TestClock();

	private final AtomicInteger asked = new AtomicInteger();

	private boolean fails;

	private final Refreshed<Integer> value = new Refreshed<>((known) -> {
		if (this.fails) {
			throw new IllegalStateException("no answer");
		}
		return this.asked.incrementAndGet();
	}, this.clock);

	@Test
	void asksOnceInAFewSeconds() {
		assertThat(this.value.get()).isEqualTo(1);
		this.clock.advance(Refreshed.FRESH.minusMillis(1));
		assertThat(this.value.get()).isEqualTo(1);
		this.clock.advance(Refreshed.FRESH);
		assertThat(this.value.get()).isEqualTo(2);
	}

	@Test
	void asksAtOnceWhenToldOrWhenItMustBeNow() {
		this.value.get();
		this.value.expire();
		assertThat(this.value.get()).isEqualTo(2);
		assertThat(this.value.getNow()).isEqualTo(3);
		this.value.forget();
		assertThat(this.value.get()).isEqualTo(4);
	}

	@Test
	void goesOnWithWhatIsKnownWhileNobodyAnswers() {
		this.value.get();
		this.fails = true;
		this.clock.advance(Refreshed.FRESH);
		assertThat(this.value.get()).isEqualTo(1);
		this.value.forget();
		assertThatIllegalStateException().isThrownBy(this.value::get);
	}

	@Test
	void letsTheOthersGoOnWhileOneAsks() throws Exception {
		CountDownLatch asking = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		Refreshed<String> slow = new Refreshed<>((known) -> {
			if (known == null) {
				return "old";
			}
			asking.countDown();
			try {
				answer.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return "new";
		}, this.clock);
		slow.get();
		this.clock.advance(Refreshed.FRESH);
		Thread one = Thread.ofVirtual().start(slow::get);
		asking.await();
		assertThat(slow.get()).isEqualTo("old");
		answer.countDown();
		one.join();
		assertThat(slow.get()).isEqualTo("new");
	}

}

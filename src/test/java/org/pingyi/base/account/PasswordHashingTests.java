package org.pingyi.base.account;

import java.security.SecureRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The bound on the work of hashing. */
class PasswordHashingTests {

	private final PasswordHashing hashing = new PasswordHashing();

	private final CountDownLatch end = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.end.countDown();
		this.hashing.destroy();
	}

	@Test
	void holdsNoTransaction() {
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			assertThatIllegalStateException().isThrownBy(() -> this.hashing.run(Lane.KNOWN, () -> "hash"));
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
	}

	@Test
	void letsTheThreadsOfStrangersRestThreeTimesAsLongAsTheyWorked() throws Exception {
		BlockingQueue<Long> rests = new LinkedBlockingQueue<>();
		AtomicLong worked = new AtomicLong();
		PasswordHashing resting = new PasswordHashing(rests::add);
		try {
			resting.run(Lane.STRANGERS, () -> {
				long began = System.nanoTime();
				new SecureRandom().nextBytes(new byte[1_000_000]);
				worked.set(System.nanoTime() - began);
				return true;
			});
			assertThat(rests.take()).isGreaterThanOrEqualTo(3 * worked.get());
			resting.run(Lane.KNOWN, () -> "hash");
			resting.run(Lane.KNOWN, () -> "hash");
			assertThat(rests).as("rests of those who are known").isEmpty();
		}
		finally {
			resting.destroy();
		}
	}

	@Test
	void answersBeforeItRests() {
		PasswordHashing resting = new PasswordHashing((nanos) -> awaitEnd());
		try {
			assertThat(resting.<String>run(Lane.STRANGERS, () -> "hash")).isEqualTo("hash");
		}
		finally {
			this.end.countDown();
			resting.destroy();
		}
	}

	private void awaitEnd() {
		try {
			this.end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void refusesBeyondTheQueueAndKeepsTheOtherLaneFree() throws Exception {
		int room = 17 * Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
		AtomicInteger refused = new AtomicInteger();
		CountDownLatch refusals = new CountDownLatch(room);
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int person = 0; person < 2 * room; person++) {
				people.submit(() -> {
					try {
						this.hashing.run(Lane.STRANGERS, () -> this.end.await(1, TimeUnit.MINUTES));
					}
					catch (Refusal refusal) {
						refused.incrementAndGet();
						refusals.countDown();
					}
				});
			}
			refusals.await();
			assertThat(refused).hasValue(room);
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.hashing.requireRoom(Lane.STRANGERS))
				.extracting(Refusal::status)
				.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
			this.hashing.requireRoom(Lane.KNOWN);
			assertThat(this.hashing.<String>run(Lane.KNOWN, () -> "hash")).isEqualTo("hash");
			this.end.countDown();
		}
	}

}

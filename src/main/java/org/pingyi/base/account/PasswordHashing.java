package org.pingyi.base.account;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Refusal;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Bounds the work of hashing passwords: half of the processors at most, and an eighth of
 * their time for strangers; a short queue for each lane, and beyond it a refusal. It runs
 * on threads of its own because a virtual thread that computes lets no other one on its
 * processor, and never in a transaction, whose connection would be held for as long.
 */
@Component
class PasswordHashing implements DisposableBean {

	/** Some seconds of work for one thread. */
	private static final int WAITING = 16;

	/** How much longer strangers' threads rest than they worked. */
	private static final int REST = 3;

	private final Map<Lane, ThreadPoolExecutor> lanes = new EnumMap<>(Lane.class);

	PasswordHashing() {
		this(LockSupport::parkNanos);
	}

	/**
	 * For tests.
	 * @param rest takes the nanoseconds for which a thread has to rest
	 */
	PasswordHashing(LongConsumer rest) {
		this.lanes.put(Lane.KNOWN, new LaneExecutor(Lane.KNOWN, (worked) -> {
		}));
		this.lanes.put(Lane.STRANGERS, new LaneExecutor(Lane.STRANGERS, (worked) -> rest.accept(worked * REST)));
	}

	/**
	 * Makes sure, before anything is counted, that there is room in a lane.
	 * @throws Refusal 503 {@code account.busy}
	 */
	void requireRoom(Lane lane) {
		if (of(lane).getQueue().remainingCapacity() == 0) {
			throw busy();
		}
	}

	/**
	 * What the work gives, once it had its turn.
	 * @throws Refusal 503 {@code account.busy}
	 */
	<T> T run(Lane lane, Callable<T> work) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("a password is hashed outside any transaction");
		}
		try {
			return of(lane).submit(work).get();
		}
		catch (RejectedExecutionException ex) {
			throw busy();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw busy();
		}
	}

	@Override
	public void destroy() {
		this.lanes.values().forEach(ThreadPoolExecutor::shutdownNow);
	}

	private ThreadPoolExecutor of(Lane lane) {
		return Objects.requireNonNull(this.lanes.get(lane));
	}

	private static Refusal busy() {
		return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "account.busy");
	}

	/** The threads of a lane, and what they do once somebody has their answer. */
	private static final class LaneExecutor extends ThreadPoolExecutor {

		private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

		private final ThreadLocal<Long> began = ThreadLocal.withInitial(System::nanoTime);

		private final LongConsumer afterwards;

		/**
		 * Starts no thread yet.
		 * @param afterwards takes the nanoseconds that an answer took
		 */
		LaneExecutor(Lane lane, LongConsumer afterwards) {
			super(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING * THREADS),
					Thread.ofPlatform().daemon().name("password-" + lane + "-", 0).factory());
			this.afterwards = afterwards;
			allowCoreThreadTimeOut(true);
		}

		@Override
		protected void beforeExecute(Thread thread, Runnable work) {
			this.began.set(System.nanoTime());
		}

		@Override
		protected void afterExecute(Runnable work, @Nullable Throwable failure) {
			this.afterwards.accept(System.nanoTime() - this.began.get());
		}

	}

}

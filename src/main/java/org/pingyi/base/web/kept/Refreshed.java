package org.pingyi.base.web.kept;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What many requests rest on and what may be a few seconds old, for other nodes change it
 * too: one of them asks anew, the others go on with what is known, and so do all while
 * nobody answers.
 *
 * @param <T> what is asked for
 */
public final class Refreshed<T> {

	public static final Duration FRESH = Duration.ofSeconds(5);

	private static final Logger logger = LoggerFactory.getLogger(Refreshed.class);

	private final Question<T> question;

	private final Clock clock;

	private final ReentrantLock asking = new ReentrantLock();

	private volatile @Nullable T known;

	private volatile @Nullable Instant asked;

	public Refreshed(Question<T> question, Clock clock) {
		this.question = question;
		this.clock = clock;
	}

	/**
	 * Asks.
	 *
	 * @param <T> what is asked for
	 */
	public interface Question<T> {

		/** The answer now; the known one where nothing has changed. */
		T ask(@Nullable T known);

	}

	/** The value as it was a few seconds ago or later. */
	public T get() {
		T value = this.known;
		if (value != null && (isFresh() || !this.asking.tryLock())) {
			return value;
		}
		if (value == null) {
			this.asking.lock();
		}
		try {
			T meanwhile = this.known;
			return (meanwhile != null && isFresh()) ? meanwhile : askOrKeep(meanwhile);
		}
		finally {
			this.asking.unlock();
		}
	}

	/** The value as it is now. */
	public T getNow() {
		this.asking.lock();
		try {
			return ask(this.known);
		}
		finally {
			this.asking.unlock();
		}
	}

	/** The next one asks, and takes nothing that is known for granted. */
	public void forget() {
		this.known = null;
		this.asked = null;
	}

	/** The next one asks. */
	public void expire() {
		this.asked = null;
	}

	private boolean isFresh() {
		Instant last = this.asked;
		return last != null && this.clock.instant().isBefore(last.plus(FRESH));
	}

	private T askOrKeep(@Nullable T value) {
		try {
			return ask(value);
		}
		catch (RuntimeException ex) {
			if (value == null) {
				throw ex;
			}
			logger.warn("Going on with what is known: {}", ex.toString());
			return value;
		}
	}

	/** A change during the question makes the answer stale: the time is noted before. */
	private T ask(@Nullable T value) {
		this.asked = this.clock.instant();
		T answer = this.question.ask(value);
		this.known = answer;
		return answer;
	}

}

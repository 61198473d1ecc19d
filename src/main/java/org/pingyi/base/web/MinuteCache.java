package org.pingyi.base.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Keeps for everybody what takes long to compute, and computes it again once a minute at
 * most: a crowd costs nothing.
 *
 * @param <K> what it is computed for
 * @param <V> what is kept
 */
public final class MinuteCache<K, V> {

	/** How long a value is good. */
	public static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

	private final Map<K, Kept<V>> kept = new HashMap<>();

	/** No monitor: before Java 24 whoever computes under one would hold a carrier. */
	private final ReentrantLock lock = new ReentrantLock();

	private final Clock clock;

	public MinuteCache(Clock clock) {
		this.clock = clock;
	}

	private record Kept<V>(V content, Instant at) {

		boolean isOld(Instant now) {
			return !now.isBefore(this.at.plus(TIME_TO_LIVE));
		}

	}

	/** The value for this key; of many who ask at once one computes it. */
	public V of(K key, Function<K, V> compute) {
		this.lock.lock();
		try {
			Instant now = this.clock.instant();
			this.kept.values().removeIf((one) -> one.isOld(now));
			return this.kept.computeIfAbsent(key, (one) -> new Kept<>(compute.apply(one), now)).content();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Forgets everything. */
	public void clear() {
		this.lock.lock();
		try {
			this.kept.clear();
		}
		finally {
			this.lock.unlock();
		}
	}

}

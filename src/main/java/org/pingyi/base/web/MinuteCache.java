package org.pingyi.base.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Holds something up for everybody that takes long to draw up, and draws it up anew once
 * a minute at most: a crowd costs nothing.
 *
 * @param <K> what it is about
 * @param <V> what is held up
 */
public final class MinuteCache<K, V> {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private final Map<K, Posted<V>> posted = new HashMap<>();

	private final Clock clock;

	public MinuteCache(Clock clock) {
		this.clock = clock;
	}

	private record Posted<V>(V content, Instant at) {

		boolean isOld(Instant now) {
			return !now.isBefore(this.at.plus(KEPT));
		}

	}

	/** What is held up about this; of many who ask at once one draws it up. */
	public synchronized V of(K about, Function<K, V> draw) {
		Instant now = this.clock.instant();
		this.posted.values().removeIf((one) -> one.isOld(now));
		return this.posted.computeIfAbsent(about, (one) -> new Posted<>(draw.apply(one), now)).content();
	}

	/** Takes everything down. */
	public synchronized void clear() {
		this.posted.clear();
	}

}

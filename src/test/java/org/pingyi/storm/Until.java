package org.pingyi.storm;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, which tells nobody when it is done. */
public final class Until {

	private static final long MOST_SECONDS = 120;

	private static final long BETWEEN_MILLIS = 20;

	private Until() {
	}

	public static void holds(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("In vain: " + what);
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_MILLIS));
		}
	}

}

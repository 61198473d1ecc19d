package org.pingyi.bench.city;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * How long an act takes that is done again and again by one client.
 *
 * @param millis of each time, in ascending order
 */
record Times(List<Double> millis) {

	private static final int FEWEST = 15;

	private static final int MOST = 200;

	private static final long WARM_UP = TimeUnit.MILLISECONDS.toNanos(700);

	private static final long LONGEST = TimeUnit.SECONDS.toNanos(3);

	/** After some times that do not count. */
	static Times of(Callable<?> act) throws Exception {
		long warm = System.nanoTime();
		while (System.nanoTime() - warm < WARM_UP) {
			act.call();
		}
		return once(act, FEWEST, LONGEST);
	}

	/** At once, and as often as fits. */
	static Times once(Callable<?> act, int fewest, long longest) throws Exception {
		List<Double> millis = new ArrayList<>();
		long start = System.nanoTime();
		while (millis.size() < fewest || (millis.size() < MOST && System.nanoTime() - start < longest)) {
			millis.add(millis(act));
		}
		Collections.sort(millis);
		return new Times(millis);
	}

	/** How long an act takes. */
	static double millis(Callable<?> act) throws Exception {
		long start = System.nanoTime();
		act.call();
		return (System.nanoTime() - start) / 1e6;
	}

	double median() {
		return this.millis.get(this.millis.size() / 2);
	}

	double p99() {
		return this.millis.get((int) Math.ceil(this.millis.size() * 0.99) - 1);
	}

}

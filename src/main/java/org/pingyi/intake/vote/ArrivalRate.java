package org.pingyi.intake.vote;

import java.util.Arrays;

/**
 * How many ballots come in about one unit: so many in the last minute, and how many in a
 * usual minute of the hour before it. A minute is six buckets of ten seconds.
 */
final class ArrivalRate {

	private static final int SECONDS = 10;

	private static final int MINUTE = 6;

	private static final int HOUR = 60 * MINUTE;

	/**
	 * Minutes that a short history is spread over, so that its first ones are no rule.
	 */
	private static final int SHORTEST = 10;

	private final int[] buckets = new int[HOUR + MINUTE];

	private long all;

	private long first = -1;

	private long last = -1;

	/** Counts a ballot that came in at this second of the clock. */
	synchronized void count(long second) {
		moveTo(second / SECONDS);
		this.buckets[index(this.last)]++;
		this.all++;
	}

	/**
	 * Whether a ballot that comes now is one of far more than usual.
	 * @param second the second of the clock
	 */
	synchronized boolean isBurst(long second, long floor, long factor) {
		moveTo(second / SECONDS);
		long minute = minute();
		long before = this.all - minute++;
		long minutes = Math.clamp((this.last - this.first) / MINUTE, SHORTEST, HOUR / MINUTE);
		return minute > floor && minute * minutes > factor * before;
	}

	/** Empties what is over an hour old; a clock that was set back begins anew. */
	private void moveTo(long bucket) {
		if (this.first < 0 || bucket < this.last || bucket - this.last >= this.buckets.length) {
			Arrays.fill(this.buckets, 0);
			this.all = 0;
			this.first = bucket;
			this.last = bucket;
		}
		while (this.last < bucket) {
			this.last++;
			this.all -= this.buckets[index(this.last)];
			this.buckets[index(this.last)] = 0;
		}
	}

	private long minute() {
		long sum = 0;
		for (int back = 0; back < MINUTE; back++) {
			sum += this.buckets[index(this.last - back)];
		}
		return sum;
	}

	private int index(long bucket) {
		return (int) Math.floorMod(bucket, (long) this.buckets.length);
	}

}

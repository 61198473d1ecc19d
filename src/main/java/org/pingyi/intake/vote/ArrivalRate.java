package org.pingyi.intake.vote;

import java.util.Arrays;

/**
 * How many ballots come in about one unit: so many in the last minute, and how many in a
 * usual minute of the hour before it. A minute is six boxes of ten seconds.
 */
final class ArrivalRate {

	private static final int SECONDS = 10;

	private static final int MINUTE = 6;

	private static final int HOUR = 60 * MINUTE;

	/** Minutes that a young memory is spread over, so that its first ones are no rule. */
	private static final int YOUNG = 10;

	private final int[] boxes = new int[HOUR + MINUTE];

	private long all;

	private long first = -1;

	private long last = -1;

	/** Counts a ballot that came in at this second of the clock. */
	synchronized void count(long second) {
		moveTo(second / SECONDS);
		this.boxes[index(this.last)]++;
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
		long minutes = Math.clamp((this.last - this.first) / MINUTE, YOUNG, HOUR / MINUTE);
		return minute > floor && minute * minutes > factor * before;
	}

	/** Empties what is over an hour old; a clock that was set back begins anew. */
	private void moveTo(long box) {
		if (this.first < 0 || box < this.last || box - this.last >= this.boxes.length) {
			Arrays.fill(this.boxes, 0);
			this.all = 0;
			this.first = box;
			this.last = box;
		}
		while (this.last < box) {
			this.last++;
			this.all -= this.boxes[index(this.last)];
			this.boxes[index(this.last)] = 0;
		}
	}

	private long minute() {
		long sum = 0;
		for (int back = 0; back < MINUTE; back++) {
			sum += this.boxes[index(this.last - back)];
		}
		return sum;
	}

	private int index(long box) {
		return (int) Math.floorMod(box, (long) this.boxes.length);
	}

}

package org.pingyi.rules.scoring;

import java.util.Arrays;

/** How often each answer was given to each item, by ballots that count alike. */
final class Histogram {

	/** Above every answer code. */
	static final int CODES = 1024;

	private static final long[] NONE = {};

	/** By item, then by answer code. */
	private long[][] items = {};

	/** As how many parts of a ballot each one counts. */
	private final long parts;

	private long valid;

	Histogram(long parts) {
		this.parts = parts;
	}

	void add(Inputs.Tally tally) {
		if (tally.item() == 0) {
			this.valid += tally.count();
		}
		else if (tally.count() > 0) {
			add(tally.item(), tally.code(), tally.count());
		}
	}

	private void add(int item, int code, long count) {
		if (code < 0 || code >= CODES) {
			throw new IllegalArgumentException("No answer " + code);
		}
		long[] bars = item(item);
		if (code >= bars.length) {
			bars = Arrays.copyOf(bars, Math.max(code + 1, 10));
			open(item)[item] = bars;
		}
		bars[code] += count;
	}

	private long[][] open(int item) {
		if (item >= this.items.length) {
			int known = this.items.length;
			this.items = Arrays.copyOf(this.items, item + 1);
			Arrays.fill(this.items, known, this.items.length, NONE);
		}
		return this.items;
	}

	long parts() {
		return this.parts;
	}

	/** ChannelBallots as a whole. */
	long valid() {
		return this.valid;
	}

	/** The bars of an item by answer code; those behind the last are 0. */
	long[] item(int number) {
		return (number < this.items.length) ? this.items[number] : NONE;
	}

}

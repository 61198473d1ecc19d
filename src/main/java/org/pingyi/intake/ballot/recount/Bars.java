package org.pingyi.intake.ballot.recount;

import java.util.function.IntConsumer;

/**
 * How many ballots of a kind gave which answer: an open table, because marks have a
 * thousand codes of which few are used.
 */
final class Bars {

	private static final int CODES = 1 << 10;

	/** Spreads neighbours: the fraction of the golden ratio in 32 bits. */
	private static final int SPREAD = 0x9E3779B9;

	/** Item and code, plus one; 0 is free. */
	private int[] keys = new int[32];

	private long[] counts = new long[32];

	private int size;

	static int item(int bar) {
		return bar / CODES;
	}

	static int code(int bar) {
		return bar % CODES;
	}

	/** What stands for an answer to an item; 0 for whole ballots. */
	static int bar(int item, int code) {
		return item * CODES + code;
	}

	void add(int bar, long count) {
		int slot = slot(bar);
		if (this.keys[slot] == 0) {
			if (2 * this.size >= this.keys.length) {
				grow();
				slot = slot(bar);
			}
			this.keys[slot] = bar + 1;
			this.size++;
		}
		this.counts[slot] += count;
	}

	long count(int bar) {
		int slot = slot(bar);
		return (this.keys[slot] == 0) ? 0 : this.counts[slot];
	}

	/** Takes the count of a bar out. */
	long remove(int bar) {
		long count = count(bar);
		this.counts[slot(bar)] = 0;
		return count;
	}

	/** Goes through the bars that count something. */
	void each(IntConsumer reader) {
		for (int slot = 0; slot < this.keys.length; slot++) {
			if (this.counts[slot] != 0) {
				reader.accept(this.keys[slot] - 1);
			}
		}
	}

	private int slot(int bar) {
		int mask = this.keys.length - 1;
		int slot = ((bar * SPREAD) >>> Integer.numberOfLeadingZeros(mask)) & mask;
		while (this.keys[slot] != 0 && this.keys[slot] != bar + 1) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private void grow() {
		int[] before = this.keys;
		long[] counted = this.counts;
		this.keys = new int[2 * before.length];
		this.counts = new long[2 * before.length];
		for (int old = 0; old < before.length; old++) {
			if (before[old] != 0) {
				int slot = slot(before[old] - 1);
				this.keys[slot] = before[old];
				this.counts[slot] = counted[old];
			}
		}
	}

}

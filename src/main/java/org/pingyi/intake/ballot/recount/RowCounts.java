package org.pingyi.intake.ballot.recount;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.pingyi.intake.ballot.copy.CopiedRow;

/**
 * Counts rows as they are copied out. Ballots of one kind begin with the same bytes, so
 * that what these say is read once for each kind.
 */
final class RowCounts {

	/** The columns of a kind, then the answers, six items of ten bits in each. */
	static final String COLUMNS = """
			channel, rater_class, unit_id, signals, a1, nullif(a2, 0), nullif(a3, 0), nullif(a4, 0)""";

	private static final int NUMBERS = 4;

	private static final int PER_NUMBER = 6;

	private static final int BITS = 10;

	private static final int MASK = (1 << BITS) - 1;

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	private static final long SPREAD = 0x9E3779B97F4A7C15L;

	private @Nullable Entry[] table = new @Nullable Entry[1 << 8];

	private int size;

	private long ballots;

	/**
	 * What the ballots of a kind are about.
	 *
	 * @param unit number of the unit
	 */
	record Kind(String channel, long unit, String raterClass, int signals) {
	}

	/** Ballots that begin with the same bytes. */
	private record Entry(byte[] bytes, long hash, Kind kind, Bars bars) {

		boolean is(long otherHash, byte[] other, int from, int to) {
			return this.hash == otherHash && Arrays.equals(this.bytes, 0, this.bytes.length, other, from, to);
		}

	}

	long ballots() {
		return this.ballots;
	}

	void add(CopiedRow row) {
		Bars bars = kind(row).bars();
		bars.add(Bars.bar(0, 0), 1);
		for (int number = 0; number < NUMBERS; number++) {
			count(bars, number * PER_NUMBER + 1, row.number());
		}
		this.ballots++;
	}

	private static void count(Bars bars, int first, long packed) {
		long left = packed;
		for (int item = first; left != 0 && item < first + PER_NUMBER; item++) {
			int code = (int) (left & MASK) - 1;
			if (code >= 0) {
				bars.add(Bars.bar(item, code), 1);
			}
			left >>>= BITS;
		}
	}

	private Entry kind(CopiedRow row) {
		int from = row.place();
		for (int column = 0; column < NUMBERS; column++) {
			row.skip();
		}
		byte[] bytes = row.bytes();
		long hash = hash(bytes, from, row.place());
		int slot = slot(hash);
		for (Entry entry = this.table[slot]; entry != null; entry = this.table[slot]) {
			if (entry.is(hash, bytes, from, row.place())) {
				return entry;
			}
			slot = (slot + 1) & (this.table.length - 1);
		}
		return insert(Arrays.copyOfRange(bytes, from, row.place()), hash);
	}

	private int slot(long hash) {
		return (int) hash & (this.table.length - 1);
	}

	private static long hash(byte[] bytes, int from, int to) {
		long hash = (long) to - from;
		int at = from;
		for (; at + Long.BYTES <= to; at += Long.BYTES) {
			hash = mixed(hash ^ (long) LONGS.get(bytes, at));
		}
		for (; at < to; at++) {
			hash = mixed(hash ^ bytes[at]);
		}
		return hash;
	}

	private static long mixed(long hash) {
		long product = hash * SPREAD;
		return product ^ (product >>> Integer.SIZE);
	}

	private Entry insert(byte[] bytes, long hash) {
		if (2 * this.size >= this.table.length) {
			grow();
		}
		this.size++;
		Entry entry = new Entry(bytes, hash, kind(bytes), new Bars());
		put(entry);
		return entry;
	}

	private static Kind kind(byte[] bytes) {
		CopiedRow columns = CopiedRow.of(bytes);
		String channel = columns.text();
		String raterClass = columns.text();
		return new Kind(channel, columns.number(), raterClass, (int) columns.number());
	}

	private void put(Entry entry) {
		int slot = slot(entry.hash());
		while (this.table[slot] != null) {
			slot = (slot + 1) & (this.table.length - 1);
		}
		this.table[slot] = entry;
	}

	private void grow() {
		@Nullable Entry[] before = this.table;
		this.table = new @Nullable Entry[2 * before.length];
		for (Entry entry : before) {
			if (entry != null) {
				put(entry);
			}
		}
	}

	/** Adds what was counted to the histograms of each kind. */
	void addTo(Map<Kind, Bars> histograms) {
		for (Entry entry : this.table) {
			if (entry != null) {
				Bars sum = histograms.computeIfAbsent(entry.kind(), (kind) -> new Bars());
				entry.bars().each((bar) -> sum.add(bar, entry.bars().count(bar)));
			}
		}
	}

}

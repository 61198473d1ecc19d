package org.pingyi.intake.ballot.tally;

import org.springframework.modulith.NamedInterface;

/**
 * A bar of a histogram as one number: 49 bits for the count, 5 for the item, 10 for the
 * code.
 */
@NamedInterface("tally")
public final class PackedBar {

	private static final int ITEMS = 1 << 5;

	private static final int CODES = 1 << 10;

	private PackedBar() {
	}

	/**
	 * Packs a bar.
	 * @throws IllegalArgumentException for an item above 31 or a code above 1023, which
	 * no ballot holds
	 */
	public static long of(int item, int code, long count) {
		if (item < 0 || item >= ITEMS || code < 0 || code >= CODES || count < 0) {
			throw new IllegalArgumentException("No bar: " + item + ", " + code + ", " + count);
		}
		return (count * ITEMS + item) * CODES + code;
	}

	public static int item(long bar) {
		return (int) (bar / CODES % ITEMS);
	}

	public static int code(long bar) {
		return (int) (bar % CODES);
	}

	public static long count(long bar) {
		return bar / CODES / ITEMS;
	}

}

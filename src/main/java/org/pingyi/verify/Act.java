package org.pingyi.verify;

import java.util.Optional;

/**
 * An act of the signed log: what was done in a year, by whom, and what then counts.
 *
 * @param position its place in the log; the head has 0
 * @param time when, as the entry says
 * @param proposedBy "" where one person acted alone
 * @param words digest of what else weighs, above all the reasons; "" without any, and in
 * the first format, which knew none
 * @param detail fields separated by bars
 */
record Act(boolean first, long position, String time, String act, String subject, String proposedBy, String decidedBy,
		String words, String detail) {

	/** The format that has digests of words. */
	static final String FORMAT = "pingyi-act/2";

	private static final String FIRST_FORMAT = "pingyi-act/1";

	private static final int FIRST_FIELDS = 9;

	/** Nothing for an entry that is no act of this cycle in its place. */
	static Optional<Act> read(String cycle, long position, String entry) {
		boolean first = entry.startsWith(FIRST_FORMAT + "|");
		int size = first ? FIRST_FIELDS : FIRST_FIELDS + 1;
		String[] fields = entry.split("\\|", size);
		if (fields.length != size || !fields[0].equals(first ? FIRST_FORMAT : FORMAT) || !fields[1].equals(cycle)
				|| !fields[2].equals(String.valueOf(position))) {
			return Optional.empty();
		}
		return Optional.of(new Act(first, position, fields[3], fields[4], fields[5], fields[6], fields[7],
				first ? "" : fields[8], fields[size - 1]));
	}

	/** A field of the detail, from 0; "" where it has fewer. */
	String field(int number) {
		String[] fields = this.detail.split("\\|", -1);
		return (number < fields.length) ? fields[number] : "";
	}

	/** Whether who proposed it also decided it. */
	boolean alone() {
		return this.proposedBy.equals(this.decidedBy);
	}

}

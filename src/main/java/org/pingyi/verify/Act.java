package org.pingyi.verify;

import java.util.Optional;

/**
 * An act of the signed log: what was done in a year, by whom, and what then counts.
 *
 * @param position its place in the log; the head has 0
 * @param proposedBy "" where one person acted alone
 * @param detail fields separated by bars
 */
record Act(long position, String act, String subject, String proposedBy, String decidedBy, String detail) {

	private static final String FORMAT = "pingyi-act/1";

	private static final int FIELDS = 9;

	/** Nothing for an entry that is no act of this cycle in its place. */
	static Optional<Act> read(String cycle, long position, String entry) {
		String[] fields = entry.split("\\|", FIELDS);
		if (fields.length != FIELDS || !fields[0].equals(FORMAT) || !fields[1].equals(cycle)
				|| !fields[2].equals(String.valueOf(position))) {
			return Optional.empty();
		}
		return Optional.of(new Act(position, fields[4], fields[5], fields[6], fields[7], fields[8]));
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

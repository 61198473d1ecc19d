package org.pingyi.intake.inspection;

import org.jspecify.annotations.Nullable;

/**
 * What an inspector noted about one item.
 *
 * @param mark answer code: the mark in tenths, 875 is 87.5; null when not given yet
 * @param finding what was found, or ""
 */
public record Note(@Nullable Integer mark, String finding) {

	/** Nothing noted. */
	public static final Note NONE = new Note(null, "");

	public Note {
		finding = finding.replace("\0", "").strip();
	}

	public boolean empty() {
		return this.mark == null && this.finding.isEmpty();
	}

}

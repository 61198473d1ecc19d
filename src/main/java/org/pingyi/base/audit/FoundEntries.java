package org.pingyi.base.audit;

import java.util.List;

/**
 * What a search found in a part of the trail.
 *
 * @param entries newest first
 * @param from number of the first entry that it looked at; a search for earlier ones ends
 * before it
 * @param to number of the last one
 */
public record FoundEntries(List<ChainedEntry> entries, long from, long to) {

	/** A look goes through so many entries. */
	static final int LOOKED_THROUGH = 20_000;

	static FoundEntries of(List<ChainedEntry> found, long from, long to, int most) {
		return new FoundEntries(found, (found.size() < most) ? from : found.getLast().entry().id(), to);
	}

	/** Whether there are entries before those. */
	public boolean hasEarlier() {
		return this.from > 1;
	}

}

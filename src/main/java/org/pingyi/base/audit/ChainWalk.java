package org.pingyi.base.audit;

import java.util.Arrays;

/** How far the chain was followed, and where it broke. */
final class ChainWalk {

	private long entries;

	private long last;

	private byte[] hash = Chain.START;

	private long brokenAt;

	/** Goes on by an entry. */
	void follow(ChainedEntry link) {
		this.entries++;
		if (this.brokenAt == 0 && !link.follows(this.entries, this.hash)) {
			this.brokenAt = this.entries;
		}
		this.last = link.entry().id();
		this.hash = link.hash();
	}

	/** Number of the last entry that was followed; 0 for none. */
	long last() {
		return this.last;
	}

	/** Whether the last entry is still as it was followed. */
	boolean endsWith(byte[] stored) {
		return Arrays.equals(this.hash, stored);
	}

	/** How many entries were followed. */
	long entries() {
		return this.entries;
	}

	/** The first entry that does not follow from those before it, or 0. */
	long brokenAt() {
		return this.brokenAt;
	}

}

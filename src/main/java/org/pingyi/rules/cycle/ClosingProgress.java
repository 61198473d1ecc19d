package org.pingyi.rules.cycle;

/**
 * How far the close of a cycle is.
 *
 * @param waiting ballots that still wait for the seal
 * @param all ballots of the cycle
 */
public record ClosingProgress(long waiting, long all) {

	static final ClosingProgress NONE = new ClosingProgress(0, 0);

	ClosingProgress plus(ClosingProgress other) {
		return new ClosingProgress(this.waiting + other.waiting, this.all + other.all);
	}

	/** How many are sealed. */
	public long done() {
		return this.all - this.waiting;
	}

}

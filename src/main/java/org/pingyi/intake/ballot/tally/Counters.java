package org.pingyi.intake.ballot.tally;

import org.springframework.modulith.NamedInterface;

/**
 * What was counted where, for anybody to compare: rights used are ballots waiting and
 * sealed, and each sealed ballot is one leaf in each tree and one in the tallies.
 *
 * @param rights rights used
 * @param waiting ballots that wait for the seal
 * @param ballots leaves in the log of ballots
 * @param receipts leaves in the log of receipts
 * @param tallied ballots in the tallies
 * @param excluded those of them that two persons excluded
 * @param altered ballots and opinions that somebody altered while they waited
 * @param verified people who proved that they have a right, as far as doors check that
 */
@NamedInterface("tally")
public record Counters(long rights, long waiting, long ballots, long receipts, long tallied, long excluded,
		long altered, long verified) {

	/** Ballots in the tallies that count, as far as the method says. */
	public long counted() {
		return this.tallied - this.excluded;
	}

	public Counters with(long known) {
		return new Counters(this.rights, this.waiting, this.ballots, this.receipts, this.tallied, this.excluded,
				this.altered, known);
	}

	boolean oneBallotEach() {
		return this.rights == this.waiting + this.ballots;
	}

	boolean oneReceiptEach() {
		return this.ballots == this.receipts;
	}

	boolean noneDropped() {
		return this.ballots == this.tallied && this.excluded <= this.tallied;
	}

	boolean noneAltered() {
		return this.altered == 0;
	}

	/** Whether the figures are in accord. */
	public boolean agree() {
		return oneBallotEach() && oneReceiptEach() && noneDropped() && noneAltered();
	}

}

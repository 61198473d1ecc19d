package org.pingyi.intake.ballot.company;

/**
 * The log holds ballots that no seal put there: the next one would sign them with its
 * own. They are to be taken out by hand, and whoever put them there is to be looked for.
 */
public class BallotsAdded extends RuntimeException {

	public BallotsAdded(long cycle, long signed, long there) {
		super("The log of cycle " + cycle + " holds " + there + " ballots, of which " + signed
				+ " are signed: the others were put there, or some are gone; nothing is sealed."
				+ " Put ballot_sealed, ballot_receipt, ballot_right and ballot_tally right, from a backup if need be.");
	}

}

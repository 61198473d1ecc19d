package org.pingyi.intake.ballot.company;

/**
 * Not every ballot that was taken is there to be sealed: those of whose group some are
 * gone would have nobody to hide among. They are looked for, in a backup if need be; how
 * many cannot be found is said in {@code pingyi.closing.missing}.
 */
public class BallotsMissing extends RuntimeException {

	public BallotsMissing(long cycle, long missing) {
		super("Of cycle " + cycle + ", " + missing + " ballots are gone or altered; nothing is sealed."
				+ " Look for them, or set PINGYI_CLOSING_MISSING to their number and start again.");
	}

}

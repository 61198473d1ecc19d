package org.pingyi.intake.ballot.company;

/**
 * So much of what waits was altered, doubled or moved that the rest could not hide in one
 * another; none of it was sealed.
 */
public class TooFewWhole extends IllegalStateException {

	public TooFewWhole(long cycle, long whole) {
		super("Too many ballots of cycle %d that wait were altered or doubled: %d whole ones cannot be sealed alone"
			.formatted(cycle, whole));
	}

}

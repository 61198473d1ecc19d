package org.pingyi.intake.ballot.log;

/**
 * The database lacks ballots that a checkpoint outside it has signed: the application
 * does not start.
 */
class LogRefused extends RuntimeException {

	LogRefused(Checkpoint kept) {
		super("The database does not have the " + kept.size() + " ballots of cycle " + kept.cycle()
				+ " that the last checkpoint signed: it was set back or changed.");
	}

}

package org.pingyi.intake.ballot.log;

/**
 * The database lacks ballots that a checkpoint outside it has signed, or what is kept
 * there cannot be read: the application does not start.
 */
class LogRefused extends RuntimeException {

	private final String remedy;

	private LogRefused(String message, String remedy) {
		super(message);
		this.remedy = remedy;
	}

	/** What to do about it. */
	String remedy() {
		return this.remedy;
	}

	static LogRefused lacking(Checkpoint kept) {
		return new LogRefused(
				"The database does not have the " + kept.size() + " ballots of cycle " + kept.cycle()
						+ " that the last checkpoint signed: it was set back or changed.",
				"Restore a backup that is at least as new as the last line of the file in pingyi.checkpoints.file. If"
						+ " the loss is known and accepted, move that file away and keep it with the minutes.");
	}

	/** Of a line of the file, counted from 1. */
	static LogRefused unreadable(int line) {
		return new LogRefused(
				"Line " + line + " of the file in pingyi.checkpoints.file is no checkpoint: it was damaged or changed.",
				"Bring the file back from a copy. Without one keep it with the minutes, and take that line out of a copy"
						+ " in its place. Nodes share a file only on a disk that locks files for all of them; else each"
						+ " has one of its own.");
	}

}

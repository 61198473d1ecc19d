package org.pingyi.intake.ballot.recount;

/** How far a recount is. */
public enum RecountState {

	/** It was started and is not at its end; one of a cycle at most. */
	RUNNING,
	/** All ballots were counted again. */
	DONE,
	/** It was begun several times and never came to its end. */
	FAILED

}

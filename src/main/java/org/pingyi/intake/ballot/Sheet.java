package org.pingyi.intake.ballot;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * All that one person hands in at once, on its way to the database.
 *
 * @param used filled in after the commit: the ballots whose right had been used
 */
record Sheet(List<SignedBallot> ballots, CompletableFuture<List<SignedBallot>> used) {

	long cycle() {
		return this.ballots.getFirst().submission().cycle();
	}

}

package org.pingyi.intake.ballot;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * All that one person hands in at once, on its way to the database.
 *
 * @param written filled in after the commit
 */
record FilledSheet(List<SignedBallot> ballots, CompletableFuture<WriteResult> written) {

	long cycle() {
		return this.ballots.getFirst().submission().cycle();
	}

}

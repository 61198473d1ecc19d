package org.pingyi.intake.ballot;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * All that one person hands in at once, on its way to the database.
 *
 * @param result filled in after the commit
 */
record FilledSheet(List<SignedBallot> ballots, CompletableFuture<WriteResult> result) {

	long cycle() {
		return this.ballots.getFirst().submission().cycle();
	}

}

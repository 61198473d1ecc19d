package org.pingyi.intake.ballot.recount;

import java.time.Instant;

/**
 * A recount of a cycle's sealed ballots.
 *
 * @param startedBy sign-in name of whoever started it
 * @param ballots how many were read, so far or in all
 * @param all how many there are, as their positions say
 * @param signed how many the newest checkpoint says
 * @param differing bars of the histograms that differ from the tallies
 * @param millis how long the reading took
 */
public record BallotRecount(long id, RecountState state, String startedBy, Instant startedAt, long ballots, long all,
		long signed, long differing, long millis) {

	public boolean running() {
		return this.state == RecountState.RUNNING;
	}

	public boolean done() {
		return this.state == RecountState.DONE;
	}

	/** Whether it gives the tallies, from as many ballots as were signed. */
	public boolean agrees() {
		return this.differing == 0 && !lacksBallots();
	}

	/** Whether there are more or fewer ballots than were signed. */
	public boolean lacksBallots() {
		return this.ballots != this.signed;
	}

}

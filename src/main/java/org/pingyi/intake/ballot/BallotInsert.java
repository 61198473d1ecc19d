package org.pingyi.intake.ballot;

import java.util.List;

import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;

/** Writes rights and waiting ballots, and knows which rights were used. */
interface BallotInsert {

	/** The cycle takes no ballots at this moment. */
	final class CycleNotOpen extends Refusal {

		CycleNotOpen() {
			super(HttpStatus.CONFLICT, "cycle.notOpen");
		}

	}

	/**
	 * Writes ballots of one cycle, each under a right of its own, and says what became of
	 * them.
	 * @throws CycleNotOpen 409 when the cycle takes no ballots
	 */
	WriteResult write(List<SignedBallot> ballots);

	/**
	 * Those whose right was used for another form, and not before exactly as they are, or
	 * never.
	 */
	List<SignedBallot> refused(List<SignedBallot> ballots);

}

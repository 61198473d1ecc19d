package org.pingyi.outcome.feedback;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An opinion that a unit was asked to resolve (整改).
 *
 * @param id internal number
 * @param cycle number of the cycle
 * @param unit number of the unit
 * @param words what the unit reads: the opinion, or the office's summary of it
 * @param summarised whether the words are the office's
 * @param deadline last day for the answer
 * @param state where it stands
 * @param sentBy sign-in name
 * @param sentAt when it was first sent
 */
public record Rectification(long id, long cycle, long unit, String words, boolean summarised, LocalDate deadline,
		State state, String sentBy, Instant sentAt) {

	/** Whether the unit owes an answer since before that day. */
	public boolean overdue(LocalDate today) {
		return this.state == State.SENT && this.deadline.isBefore(today);
	}

	/** Where a rectification stands. */
	public enum State {

		/** The unit owes an answer. */
		SENT,
		/** The office checks the answer. */
		ANSWERED,
		/** Done. */
		RESOLVED

	}

}

package org.pingyi.intake.inspection;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.unit.Unit;

/**
 * One visit to a unit, for all merged checks at once.
 *
 * @param id internal number
 * @param cycle number of the cycle
 * @param unit the unit visited
 * @param inspector sign-in name of the inspector
 * @param plannedOn day that it is planned for
 * @param state how far it is
 * @param submittedOn day of its submission, or null
 * @param findings how many findings were submitted
 * @param answered how many of them the unit has answered
 */
public record Visit(long id, long cycle, Unit unit, String inspector, LocalDate plannedOn, State state,
		@Nullable LocalDate submittedOn, int findings, int answered) {

	/** Whether marks may still be noted. */
	public boolean open() {
		return this.state == State.PLANNED || this.state == State.IN_PROGRESS;
	}

	/** How far a visit is. */
	public enum State {

		/** Assigned, nothing noted. */
		PLANNED,
		/** Something is noted. */
		IN_PROGRESS,
		/** Its marks became a ballot. */
		SUBMITTED,
		/** The office took it back. */
		CANCELLED

	}

}

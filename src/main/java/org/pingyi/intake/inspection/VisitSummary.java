package org.pingyi.intake.inspection;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.unit.Unit;

/**
 * A visit and how far it is, in one row; read anew each time, so that nothing stale is
 * seen after waiting for the lock.
 *
 * @param noted whether anything is noted
 */
record VisitSummary(long id, long cycle, long unit, String inspector, LocalDate plannedOn,
		@Nullable LocalDate submittedOn, boolean cancelled, boolean noted, long findings, long answered) {

	Visit toVisit(Unit unit) {
		return new Visit(this.id, this.cycle, unit, this.inspector, this.plannedOn, state(), this.submittedOn,
				(int) this.findings, (int) this.answered);
	}

	private Visit.State state() {
		if (this.cancelled) {
			return Visit.State.CANCELLED;
		}
		if (this.submittedOn != null) {
			return Visit.State.SUBMITTED;
		}
		return this.noted ? Visit.State.IN_PROGRESS : Visit.State.PLANNED;
	}

}

package org.pingyi.intake.review;

import org.pingyi.rules.cycle.Participant;

/**
 * One unit on a person's sheet.
 *
 * @param unit the unit
 * @param answers what is marked so far
 * @param complete whether every item is marked
 */
public record SheetUnit(Participant unit, UnitAnswers answers, boolean complete) {

	/** Whether something is marked, but not everything. */
	public boolean begun() {
		return !this.complete && !this.answers.empty();
	}

}

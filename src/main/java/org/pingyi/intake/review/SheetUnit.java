package org.pingyi.intake.review;

import org.pingyi.rules.cycle.Participant;

/**
 * One unit on a person's sheet.
 *
 * @param unit the unit
 * @param answers what is marked so far
 * @param complete whether every item is marked
 * @param altered whether what was marked so far was altered by somebody else, and is lost
 */
public record SheetUnit(Participant unit, UnitAnswers answers, boolean complete, boolean altered) {

	/** Whether something is marked, but not everything. */
	public boolean begun() {
		return !this.complete && !this.answers.empty();
	}

}

package org.pingyi.intake.inspection;

import java.time.LocalDate;
import java.util.List;

import org.pingyi.rules.scoring.Text;

/**
 * What a visit found about one item; it carries no mark.
 *
 * @param id internal number
 * @param visit number of the visit
 * @param item what was checked
 * @param text what was found
 * @param foundOn day that the visit was submitted
 * @param answers what the unit said to it, the oldest first
 */
public record Finding(long id, long visit, Text item, String text, LocalDate foundOn, List<Answer> answers) {

	public boolean answered() {
		return !this.answers.isEmpty();
	}

	/**
	 * What the unit said to a finding.
	 *
	 * @param text the words
	 * @param on the day
	 * @param by sign-in name of the liaison
	 */
	public record Answer(String text, LocalDate on, String by) {
	}

}

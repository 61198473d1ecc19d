package org.pingyi.intake.adjustment;

import java.time.LocalDate;

/**
 * A bonus as a unit claims it for itself.
 *
 * @param cycle number of the cycle
 * @param rule code of a bonus rule
 * @param document title and number of the document that proves it
 * @param happenedOn the document's day
 * @param reason why, for the office
 */
public record Claim(long cycle, String rule, String document, LocalDate happenedOn, String reason) {

	Proposal by(long unit) {
		return new Proposal(this.cycle, unit, this.rule, this.document, this.happenedOn, "", "", this.reason, "claim");
	}

}

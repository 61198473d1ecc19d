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
 * @param quantity whole units of what the rule counts besides the event itself
 */
public record Claim(long cycle, String rule, String document, LocalDate happenedOn, String reason, long quantity) {

	/** Under a rule that counts nothing but the event itself. */
	public Claim(long cycle, String rule, String document, LocalDate happenedOn, String reason) {
		this(cycle, rule, document, happenedOn, reason, 0);
	}

	Proposal by(long unit) {
		return new Proposal(this.cycle, unit, this.rule, this.document, this.happenedOn, "", "", this.reason, "claim",
				this.quantity);
	}

}

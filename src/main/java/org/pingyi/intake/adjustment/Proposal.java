package org.pingyi.intake.adjustment;

import java.time.LocalDate;

/**
 * An adjustment as somebody proposes it.
 *
 * @param cycle number of the cycle
 * @param unit number of the unit
 * @param rule code of a bonus, deduction or veto rule of the cycle's scheme; it gives the
 * kind
 * @param document title and number of the document that proves it, never ""
 * @param happenedOn the document's or the event's day
 * @param cause code of a cause for a deduction, else ""
 * @param handling code of a handling for a deduction, else ""
 * @param reason why, for the second person and for the unit
 * @param source where it comes from, unique where it must count once:
 * {@code hotline:12345-0001}, {@code claim}, {@code desk}
 * @param quantity whole units of what the rule counts besides the event itself; 0 for
 * most rules
 */
public record Proposal(long cycle, long unit, String rule, String document, LocalDate happenedOn, String cause,
		String handling, String reason, String source, long quantity) {

	/** Under a rule that counts nothing but the event itself. */
	public Proposal(long cycle, long unit, String rule, String document, LocalDate happenedOn, String cause,
			String handling, String reason, String source) {
		this(cycle, unit, rule, document, happenedOn, cause, handling, reason, source, 0);
	}

}

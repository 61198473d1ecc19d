package org.pingyi.outcome.result;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.SeenProposal;

/**
 * What a unit objects to in its draft (申诉), and what the office decided.
 *
 * @param id internal number
 * @param cycle number of the cycle
 * @param run number of the run within the cycle
 * @param unit code of the unit
 * @param line {@link org.pingyi.rules.scoring.Line#key() key} of the line objected to, or
 * "" for the draft as a whole; early objections to events name only the rule
 * @param reason why, in the unit's words
 * @param filedAt when
 * @param filedBy sign-in name of the liaison
 * @param decision what was decided, or null while it is open
 */
public record Objection(long id, long cycle, int run, String unit, String line, String reason, Instant filedAt,
		String filedBy, @Nullable Decision decision) {

	/**
	 * What the office decided.
	 *
	 * @param upheld whether the unit was right
	 * @param reason why, for the unit
	 * @param at when
	 * @param by sign-in name
	 */
	public record Decision(boolean upheld, String reason, Instant at, String by) {
	}

	/** What whoever decides goes by. */
	public SeenProposal seen() {
		return SeenProposal.of(this.id, this.cycle, this.run, this.unit, this.line, this.reason, this.filedAt,
				this.filedBy);
	}

	public boolean open() {
		return this.decision == null;
	}

}

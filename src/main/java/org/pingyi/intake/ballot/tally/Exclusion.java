package org.pingyi.intake.ballot.tally;

import org.pingyi.base.audit.SecondPerson;
import org.pingyi.base.audit.SeenProposal;

import org.springframework.modulith.NamedInterface;

/**
 * Ballots that somebody proposed to exclude after the close.
 *
 * @param unit number of the unit
 * @param signals bit set of the signals that they carry, just these
 * @param evidence what speaks for it
 * @param decision who proposed it, and what a second person decided
 * @param ballots how many they are
 */
@NamedInterface("tally")
public record Exclusion(long id, String channel, long unit, int signals, String reason, String evidence,
		SecondPerson decision, long ballots) {

	/** What whoever decides goes by. */
	public SeenProposal seen() {
		return SeenProposal.of(this.id, this.channel, this.unit, this.signals, this.reason, this.evidence,
				this.decision.proposedBy(), this.ballots);
	}

	/** Whether the ballots do not count. */
	public boolean approved() {
		return this.decision.approved();
	}

}

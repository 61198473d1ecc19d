package org.pingyi.intake.ballot.key;

import java.util.List;
import java.util.stream.Stream;

import org.pingyi.base.audit.Decision;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SecondPerson;
import org.pingyi.base.audit.SeenProposal;

/**
 * A proposal to destroy the key of a year's rights.
 *
 * @param id which proposal it is
 * @param decision who proposed it and who decided
 * @param history when and why, oldest first; the reason is the proposal's remark
 */
public record KeyDestruction(long id, SecondPerson decision, List<Decision> history) {

	/** What whoever decides goes by: who proposed it, and when and why. */
	public SeenProposal seen() {
		Stream<Object> proposed = this.history.stream()
			.filter((line) -> line.state() == ProposalState.PROPOSED)
			.flatMap((line) -> Stream.of(line.by(), line.at(), line.remark()));
		return SeenProposal.of(this.id, Stream.concat(Stream.of(this.decision.proposedBy()), proposed).toArray());
	}

}

package org.pingyi.intake.adjustment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SeenProposal;

/**
 * A registered figure and what became of it.
 *
 * @param state PROPOSED, APPROVED or REJECTED
 * @param proposedBy sign-in name
 * @param decidedBy sign-in name of the second person, or null
 */
public record FigureEntry(long id, long cycle, NewFigure figure, ProposalState state, String proposedBy,
		Instant proposedAt, @Nullable String decidedBy) {

	/** What whoever decides goes by. */
	public SeenProposal seen() {
		return SeenProposal.of(this.id, this.cycle, this.figure.unit(), this.figure.key(),
				this.figure.value().stripTrailingZeros().toPlainString(), this.figure.document(), this.proposedBy,
				this.proposedAt);
	}

	/** The same by somebody else. */
	FigureEntry proposedBy(String name) {
		return new FigureEntry(this.id, this.cycle, this.figure, this.state, name, this.proposedAt, this.decidedBy);
	}

}

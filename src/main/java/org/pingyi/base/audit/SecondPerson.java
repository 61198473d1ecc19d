package org.pingyi.base.audit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * Who proposed something and who decided it; whoever approves or rejects is never who
 * proposed. Embedded in the row that is decided. When and why are in {@link Decisions}.
 * <p>
 * Beside it the table needs {@code check (state not in ('APPROVED', 'REJECTED') or
 * decided_by <> proposed_by)}, the contrary for {@code WITHDRAWN},
 * {@code check ((state = 'PROPOSED') = (decided_by is
 * null))} and a trigger that calls {@code audit_decide_once} with the columns that a
 * decision changes; the decision is one {@code update … where state = 'PROPOSED'}, and
 * after it what was decided is compared with the {@link SeenProposal} that the page sent.
 *
 * @param proposedBy sign-in name
 * @param decidedBy sign-in name, or null while it is open
 */
@Embeddable
public record SecondPerson(@Enumerated(EnumType.STRING) ProposalState state, String proposedBy,
		@Nullable String decidedBy) {

	/** Proposed by the {@link Actor current actor}. */
	public static SecondPerson proposed() {
		return new SecondPerson(ProposalState.PROPOSED, Actor.current().name(), null);
	}

	/** Whether nobody decided yet. */
	public boolean open() {
		return this.state == ProposalState.PROPOSED;
	}

	/** Whether a second person let it count. */
	public boolean approved() {
		return this.state == ProposalState.APPROVED;
	}

	/** Whether the {@link Actor current actor} proposed it, and so must not decide it. */
	public boolean own() {
		return this.proposedBy.equals(Actor.current().name());
	}

}

package org.pingyi.intake.review;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.rules.cycle.CycleClosed;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters the signed sheets of a cycle in the trail at its close, all at one time: an
 * entry at each sign-off would say when its person's ballots came in. It was they who
 * signed, not whoever closes.
 */
@Component
class SignOffTrail {

	private final InvitationRepository invitations;

	private final Audit audit;

	SignOffTrail(InvitationRepository invitations, Audit audit) {
		this.invitations = invitations;
		this.audit = audit;
	}

	/** Inside the closing transaction, so that a closed cycle has its sheets named. */
	@EventListener
	@Transactional
	public void onClosed(CycleClosed closed) {
		this.invitations.signed(closed.cycle())
			.forEach((sheet) -> this.audit.record(Actor.PUBLIC, "review.signedOff", "invitation:" + sheet.id(),
					sheet.day().toString()));
	}

}

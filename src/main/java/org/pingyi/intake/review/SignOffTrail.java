package org.pingyi.intake.review;

import java.util.List;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.rules.cycle.ClosingTask;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters the signed sheets of a cycle in the trail at its close: an entry at each
 * sign-off would say when its person's ballots came in. It was they who signed, not
 * whoever closes.
 */
@Component
class SignOffTrail implements ClosingTask {

	/**
	 * Everybody else's acts wait for the trail: a few hundredths of a second for these.
	 */
	static final int SOME = 25;

	private final InvitationRepository invitations;

	private final InvitationSeals seals;

	private final Audit audit;

	private final TransactionTemplate transaction;

	SignOffTrail(InvitationRepository invitations, InvitationSeals seals, Audit audit,
			TransactionTemplate transaction) {
		this.invitations = invitations;
		this.seals = seals;
		this.audit = audit;
		this.transaction = transaction;
	}

	@Override
	public void run(long cycle) {
		boolean more = true;
		while (more) {
			more = Boolean.TRUE.equals(this.transaction.execute((status) -> enterSome(cycle)));
		}
		this.seals.tellAltered(cycle);
	}

	/** Whether there were any. */
	private boolean enterSome(long cycle) {
		List<Long> signed = this.invitations.unentered(cycle, Limit.of(SOME));
		if (signed.isEmpty()) {
			return false;
		}
		List<InvitationEntity> sheets = this.invitations.allWithUnits(signed);
		sheets.forEach(this.seals::enter);
		this.invitations.flush();
		sheets.forEach(this::record);
		return true;
	}

	private void record(InvitationEntity sheet) {
		this.audit.record(Actor.PUBLIC, "review.signedOff", "invitation:" + sheet.id(), sheet.signedDay().toString());
	}

}

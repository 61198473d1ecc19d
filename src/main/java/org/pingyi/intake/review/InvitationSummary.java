package org.pingyi.intake.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An invitation and how far it is, in one row; read anew each time, so that nothing stale
 * is seen after waiting for the lock.
 *
 * @param started how many units have anything marked
 * @param rated how many are marked in full
 * @param opened whether a browser keeps the link
 */
record InvitationSummary(long id, long cycle, String channel, String raterClass, String name, String organisation,
		boolean revoked, @Nullable LocalDate signedOn, int units, long started, long rated, boolean opened) {

	Invitation toInvitation() {
		return new Invitation(this.id, this.cycle, this.channel, this.raterClass, this.name, this.organisation, state(),
				this.units, (int) this.rated, this.signedOn, this.opened);
	}

	private Invitation.State state() {
		if (this.revoked) {
			return Invitation.State.REVOKED;
		}
		if (this.signedOn != null) {
			return Invitation.State.SIGNED_OFF;
		}
		return (this.started > 0) ? Invitation.State.IN_PROGRESS : Invitation.State.NOT_STARTED;
	}

}

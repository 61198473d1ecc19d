package org.pingyi.intake.review;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds invitations by the tokens of their links, of which a keyed hash is stored. */
@Component
class LinkedInvitations {

	private final InvitationRepository invitations;

	private final InvitationSeals seals;

	private final Pseudonyms pseudonyms;

	LinkedInvitations(InvitationRepository invitations, InvitationSeals seals, Pseudonyms pseudonyms) {
		this.invitations = invitations;
		this.seals = seals;
		this.pseudonyms = pseudonyms;
	}

	/**
	 * The invitation whose sheet may still be marked.
	 * @throws Refusal 404 {@code review.linkUnknown}, 410 {@code review.linkRevoked}, 410
	 * {@code review.signedOff}, 410 {@code review.invitationAltered}
	 */
	Invitation active(String token) {
		Invitation invitation = this.invitations.summary(hash(token))
			.map(InvitationSummary::toInvitation)
			.orElseThrow(LinkedInvitations::unknown);
		this.seals.require(invitation.id());
		return switch (invitation.state()) {
			case REVOKED -> throw new Refusal(HttpStatus.GONE, "review.linkRevoked");
			case SIGNED_OFF ->
				throw new Refusal(HttpStatus.GONE, "review.signedOff", String.valueOf(invitation.signedOn()));
			case NOT_STARTED, IN_PROGRESS -> invitation;
		};
	}

	/** What stands for a token wherever it is stored. */
	String hash(String token) {
		return this.pseudonyms.of("review.invitation", token);
	}

	/** What stands for a browser wherever it is stored; each link knows it by another. */
	String browserHash(SheetLink link) {
		return this.pseudonyms.of("review.browser", link.text());
	}

	static Refusal unknown() {
		return Refusal.notFound("review.linkUnknown");
	}

}

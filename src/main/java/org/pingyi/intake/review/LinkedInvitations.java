package org.pingyi.intake.review;

import java.time.LocalDate;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds invitations by the tokens of their links, of which a keyed hash is stored, and
 * notes what becomes of them in the hands of their people.
 */
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

	/** Gives a link to its first browser; whether no other has it. */
	@Transactional
	boolean bind(long id, String browser) {
		this.invitations.lock(id);
		this.seals.require(id);
		if (!this.invitations.isFree(id)) {
			return false;
		}
		this.seals.change(id, (stored) -> stored.bind(browser));
		return true;
	}

	/** Gives a link to another browser. */
	@Transactional
	void rebind(long id, String browser) {
		this.invitations.lock(id);
		this.seals.require(id);
		this.seals.change(id, (stored) -> stored.bind(browser));
	}

	/** Notes the day of the signature of an invitation that the caller holds. */
	void signOff(long id, LocalDate day) {
		this.seals.change(id, (stored) -> stored.signOff(day));
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

package org.pingyi.intake.review;

import java.util.List;

import org.pingyi.intake.ballot.form.IssuedForms;
import org.pingyi.intake.ballot.form.IssuedSource;

import org.springframework.stereotype.Component;

/** Each invitation hands out one form about each of its units. */
@Component
class IssuedSheets implements IssuedSource {

	private final InvitationRepository invitations;

	IssuedSheets(InvitationRepository invitations) {
		this.invitations = invitations;
	}

	@Override
	public List<IssuedForms> issued(long cycle) {
		return this.invitations.issued(cycle);
	}

}

package org.pingyi.intake.review.list;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.pingyi.base.job.KeptRows;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.RowError;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.review.InvitationQuota;
import org.pingyi.intake.review.Invitations;
import org.pingyi.intake.review.Lots;
import org.pingyi.intake.review.NewInvitation;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Door;

/**
 * Checks a list against its year as that is now: when it is uploaded, looked at,
 * confirmed, and once more when its people are invited.
 */
@Component
class InvitationCheck {

	private final Invitations invitations;

	private final Lots lots;

	private final BallotForms forms;

	private final Cycles cycles;

	private final Schemes schemes;

	InvitationCheck(Invitations invitations, Lots lots, BallotForms forms, Cycles cycles, Schemes schemes) {
		this.invitations = invitations;
		this.lots = lots;
		this.forms = forms;
		this.cycles = cycles;
		this.schemes = schemes;
	}

	/** Reads a list of a year. */
	InvitationFile file(long cycle) {
		return new InvitationFile(this.forms.of(cycle, Door.REVIEW),
				this.schemes.rules(this.cycles.byId(cycle).schemeVersion()), this.invitations.invited(cycle));
	}

	/** What comes of a list that was kept. */
	InvitationPreview kept(UUID id, long cycle, InputStream rows) {
		InvitationFile file = file(cycle);
		KeptRows.read(rows, InvitationFile.COLUMNS, file::add);
		return new InvitationPreview(id, cycle, file.people(), file.errors());
	}

	/**
	 * Those of a list who are invited.
	 * @param seed of a draw by lot; "" where all of them are
	 * @throws Refusal 422 {@code review.list.changed} when a row does not fit any more,
	 * {@code review.draw.needed} when the year asks fewer, 409 {@code review.lotUnknown}
	 */
	List<NewInvitation> chosen(InvitationPreview list, String seed) {
		if (!list.ready()) {
			RowError first = list.errors().getFirst();
			throw Refusal.invalid("review.list.changed", list.errors().size(), first.row(), first.column());
		}
		if (!seed.isBlank()) {
			return this.lots.drawn(list.cycle(), list.people(), seed);
		}
		if (this.lots.quotas(list.cycle(), list.people()).stream().anyMatch(InvitationQuota::exceeded)) {
			throw Refusal.invalid("review.draw.needed");
		}
		return list.people();
	}

}

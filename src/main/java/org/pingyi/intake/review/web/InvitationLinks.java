package org.pingyi.intake.review.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.pingyi.base.web.PublicAddress;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.review.IssuedInvitation;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Text;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Shows personal links, in answer to the POST that made them: they are stored nowhere, so
 * a redirect would have nothing to show.
 */
@Component
class InvitationLinks {

	private final BallotForms forms;

	private final PublicAddress address;

	InvitationLinks(BallotForms forms, PublicAddress address) {
		this.forms = forms;
		this.address = address;
	}

	String show(Cycle cycle, List<IssuedInvitation> issued, Model model) {
		model.addAttribute("cycle", cycle);
		model.addAttribute("issued", issued);
		model.addAttribute("channels", channels(cycle));
		model.addAttribute("base", base());
		return "intake/review/links";
	}

	/** Names of the channels by their codes. */
	Map<String, Text> channels(Cycle cycle) {
		return this.forms.of(cycle.id(), Door.REVIEW)
			.stream()
			.map(BallotForm::channel)
			.collect(Collectors.toMap((channel) -> channel.code(), (channel) -> channel.name()));
	}

	/** What a token follows in a personal link: behind {@code #} no proxy sees it. */
	String base() {
		return this.address.of(IssuedInvitation.PATH);
	}

}

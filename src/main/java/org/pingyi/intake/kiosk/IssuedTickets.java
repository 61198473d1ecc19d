package org.pingyi.intake.kiosk;

import java.util.List;

import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.ballot.form.IssuedForms;
import org.pingyi.intake.ballot.form.IssuedSource;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Door;

import org.springframework.stereotype.Component;

/**
 * Each ticket hands out one form. Where visitors say who they are, nobody knows of which
 * class those were who did not answer: then nothing is known.
 */
@Component
class IssuedTickets implements IssuedSource {

	private final TicketRepository tickets;

	private final BallotForms forms;

	IssuedTickets(TicketRepository tickets, BallotForms forms) {
		this.tickets = tickets;
		this.forms = forms;
	}

	@Override
	public List<IssuedForms> issued(long cycle) {
		List<Channel> channels = this.forms.of(cycle, Door.KIOSK).stream().map(BallotForm::channel).toList();
		return (channels.size() == 1 && channels.getFirst().raterClasses().size() == 1)
				? issued(cycle, channels.getFirst()) : List.of();
	}

	private List<IssuedForms> issued(long cycle, Channel channel) {
		String raterClass = channel.raterClasses().getFirst();
		return this.tickets.countByUnit(cycle)
			.stream()
			.map((unit) -> new IssuedForms(unit.unit(), channel.code(), raterClass, unit.forms()))
			.toList();
	}

}

package org.pingyi.intake.vote;

import org.pingyi.base.message.SmsOrders;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.CycleOpened;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Door;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps a year from opening in which people could ask for codes that nobody would send
 * them.
 */
@Component
class PhoneWay {

	private final VoteSettings settings;

	private final SmsOrders messages;

	private final Cycles cycles;

	private final Schemes schemes;

	PhoneWay(VoteSettings settings, SmsOrders messages, Cycles cycles, Schemes schemes) {
		this.settings = settings;
		this.messages = messages;
		this.cycles = cycles;
		this.schemes = schemes;
	}

	/**
	 * Runs in the transaction that opens the year.
	 * @throws Refusal 409 {@code vote.noGateway}
	 */
	@EventListener
	void onOpened(CycleOpened opened) {
		if (this.settings.rights().contains(Way.PHONE) && !this.messages.areSent() && asksCitizens(opened.cycle())) {
			throw Refusal.conflict("vote.noGateway");
		}
	}

	private boolean asksCitizens(long cycle) {
		return this.schemes.rules(this.cycles.byId(cycle).schemeVersion())
			.channels()
			.stream()
			.anyMatch((channel) -> channel.door() == Door.VOTE);
	}

}

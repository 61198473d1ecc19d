package org.pingyi.intake.review;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.message.Sms;
import org.pingyi.base.message.SmsWriter;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the messages that say a sheet was signed, and nothing of what it says. */
@Component
class SignOffMessages implements SmsWriter {

	static final String KIND = "review.signed";

	private final Cycles cycles;

	private final MessageSource messages;

	private final Clock clock;

	SignOffMessages(Cycles cycles, MessageSource messages, Clock clock) {
		this.cycles = cycles;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Duration validity() {
		return Duration.ofDays(1);
	}

	@Override
	public Optional<Sms> write(PhoneNumber phone, String reference, Locale locale) {
		String year = this.cycles.chosen(null).map(Cycle::name).orElse("");
		Object[] arguments = { year, LocalDate.now(this.clock).toString() };
		return Optional.of(new Sms(phone, "", this.messages.getMessage("review.sms.signed", arguments, locale)));
	}

}

package org.pingyi.base.message;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what a stopped node left behind, and forgets figures that are old. */
@Component
@ConditionalOnProperty(name = "pingyi.vote.scheduled", matchIfMissing = true)
class MessageSchedule {

	private static final Duration KEPT = Duration.ofDays(90);

	private final SmsSender sender;

	private final SmsHours hours;

	private final Clock clock;

	MessageSchedule(SmsSender sender, SmsHours hours, Clock clock) {
		this.sender = sender;
		this.hours = hours;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void send() {
		this.sender.sendAll();
	}

	@Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forget() {
		this.hours.forget(this.clock.instant().minus(KEPT));
	}

}

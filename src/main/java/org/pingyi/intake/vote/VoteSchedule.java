package org.pingyi.intake.vote;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.pingyi.base.message.SmsHours;
import org.pingyi.intake.vote.phone.CodeSender;
import org.pingyi.intake.vote.phone.CodeTable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds what a stopped node left behind, and forgets what is over. */
@Component
@ConditionalOnProperty(name = "pingyi.vote.scheduled", matchIfMissing = true)
class VoteSchedule {

	private static final Duration KEPT = Duration.ofDays(90);

	private final CodeSender courier;

	private final CodeTable codes;

	private final SmsHours hours;

	private final ProofOfWork work;

	private final RateLimits limits;

	private final Clock clock;

	VoteSchedule(CodeSender courier, CodeTable codes, SmsHours hours, ProofOfWork work, RateLimits limits,
			Clock clock) {
		this.courier = courier;
		this.codes = codes;
		this.hours = hours;
		this.work = work;
		this.limits = limits;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void deliver() {
		this.courier.deliver();
	}

	@Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forget() {
		this.codes.forgetOldDays();
		this.hours.forget(this.clock.instant().minus(KEPT));
		this.work.forgetExpired();
		this.limits.sweep();
	}

}

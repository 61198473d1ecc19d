package org.pingyi.intake.vote;

import java.util.concurrent.TimeUnit;

import org.pingyi.intake.vote.phone.PhoneCodes;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what is over. */
@Component
@ConditionalOnProperty(name = "pingyi.vote.scheduled", matchIfMissing = true)
class VoteSchedule {

	private final PhoneCodes codes;

	private final ProofOfWork work;

	private final RateLimits limits;

	VoteSchedule(PhoneCodes codes, ProofOfWork work, RateLimits limits) {
		this.codes = codes;
		this.work = work;
		this.limits = limits;
	}

	@Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forget() {
		this.codes.forget();
		this.work.forgetExpired();
		this.limits.sweep();
	}

}

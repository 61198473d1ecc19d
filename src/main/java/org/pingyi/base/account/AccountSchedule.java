package org.pingyi.base.account;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets attempts that no longer count. */
@Component
class AccountSchedule {

	private final SignInLimits limits;

	AccountSchedule(SignInLimits limits) {
		this.limits = limits;
	}

	@Scheduled(initialDelay = 15, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forget() {
		this.limits.sweep();
	}

}

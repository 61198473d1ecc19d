package org.pingyi.rules.cycle;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with a close that its node did not finish. */
@Component
@ConditionalOnProperty(name = "pingyi.sealing.scheduled", matchIfMissing = true)
class ClosingSchedule {

	private final Closings closings;

	ClosingSchedule(Closings closings) {
		this.closings = closings;
	}

	@Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void goOn() {
		this.closings.finishPending();
	}

}

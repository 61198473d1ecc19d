package org.pingyi.intake.ballot.recount;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Runs a recount behind the act that starts it, and after a kill at the next turn of any
 * node.
 */
@Component
@ConditionalOnProperty(name = "pingyi.sealing.scheduled", matchIfMissing = true)
class RecountSchedule {

	private final RecountJob job;

	RecountSchedule(RecountJob job) {
		this.job = job;
	}

	@TransactionalEventListener
	void onStarted(BallotRecounts.Started started) {
		Thread.ofVirtual().name("recount").start(this.job::goOn);
	}

	@Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void goOn() {
		this.job.goOn();
	}

}

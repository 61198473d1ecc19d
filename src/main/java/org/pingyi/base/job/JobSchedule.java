package org.pingyi.base.job;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes jobs up within a second, on a thread that serves no request. */
@Component
@ConditionalOnProperty(name = "pingyi.jobs.scheduled", matchIfMissing = true)
class JobSchedule {

	private final JobWorker worker;

	private final JobSweep sweep;

	JobSchedule(JobWorker worker, JobSweep sweep) {
		this.worker = worker;
		this.sweep = sweep;
	}

	@Scheduled(initialDelay = 3000, fixedDelay = 700)
	void work() {
		this.worker.runAll();
	}

	@Scheduled(initialDelay = 15, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void sweep() {
		this.sweep.sweep();
	}

}

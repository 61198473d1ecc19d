package org.pingyi.base.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Stores how far a job is, now and then, so that its owner sees it; and stops it when its
 * owner wants that, or the node ends.
 */
final class StoredProgress implements JobRun.Progress {

	private static final Duration APART = Duration.ofMillis(500);

	private final UUID job;

	private final JobSteps steps;

	private final Clock clock;

	private final BooleanSupplier stopping;

	private Instant last = Instant.EPOCH;

	StoredProgress(UUID job, JobSteps steps, Clock clock, BooleanSupplier stopping) {
		this.job = job;
		this.steps = steps;
		this.clock = clock;
		this.stopping = stopping;
	}

	@Override
	public void note(long done, long total) {
		if (this.stopping.getAsBoolean()) {
			throw new JobInterrupted();
		}
		Instant now = this.clock.instant();
		if (!now.isBefore(this.last.plus(APART))) {
			this.last = now;
			if (!this.steps.note(this.job, done, total)) {
				throw new JobCancelled();
			}
		}
	}

}

package org.pingyi.base.job;

import java.util.stream.Stream;

import org.pingyi.base.web.Refusal;

/**
 * How a job ended.
 *
 * @param state one that is not open
 * @param outcome what is said about it
 */
record JobEnd(JobState state, JobOutcome outcome) {

	static JobEnd done(JobOutcome outcome) {
		return new JobEnd(JobState.DONE, outcome);
	}

	static JobEnd cancelled() {
		return new JobEnd(JobState.CANCELLED, JobOutcome.of("job.cancelled"));
	}

	static JobEnd refused(Refusal refusal) {
		return failed(refusal.key(), refusal.arguments());
	}

	/** Something that nobody expected; the log says what. */
	static JobEnd broken() {
		return failed("job.broken");
	}

	static JobEnd failed(String key, Object... arguments) {
		return new JobEnd(JobState.FAILED, new JobOutcome(key, Stream.of(arguments).map(String::valueOf).toList()));
	}

}

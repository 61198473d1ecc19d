package org.pingyi.base.job;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves jobs on from state to state. What others are to see at once, whatever becomes of
 * the work, has a transaction of its own.
 */
@Component
class JobSteps {

	private static final Logger logger = LoggerFactory.getLogger(JobSteps.class);

	/** A job that its nodes did not survive so often is not tried again. */
	private static final int MOST_STARTS = 3;

	private final JobRepository repository;

	private final JobParts parts;

	private final JobKinds kinds;

	private final JobSeals seals;

	private final Clock clock;

	JobSteps(JobRepository repository, JobParts parts, JobKinds kinds, JobSeals seals, Clock clock) {
		this.repository = repository;
		this.parts = parts;
		this.kinds = kinds;
		this.seals = seals;
		this.clock = clock;
	}

	/** Takes a job up; empty where there is nothing to do, or not by this node. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Optional<BegunJob> begin(UUID id) {
		return this.repository.lock(id)
			.filter((job) -> job.state().open())
			.flatMap((job) -> this.kinds.find(job).flatMap((kind) -> begin(job, kind)));
	}

	private Optional<BegunJob> begin(JobEntity job, JobKind kind) {
		Optional<JobEnd> end = endBefore(job);
		if (end.isPresent()) {
			end(job, end.get());
			return Optional.empty();
		}
		job.start(this.clock.instant());
		this.seals.seal(job);
		return Optional.of(new BegunJob(job.getId(), kind, job.owner(), job.parameters()));
	}

	private Optional<JobEnd> endBefore(JobEntity job) {
		if (!this.seals.hold(job)) {
			return Optional.of(JobEnd.failed("job.altered"));
		}
		if (job.cancelled()) {
			return Optional.of(JobEnd.cancelled());
		}
		return (job.starts() < MOST_STARTS) ? Optional.empty() : Optional.of(JobEnd.failed("job.gaveUp", MOST_STARTS));
	}

	/** Stores how far a job is; whether it may go on. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public boolean note(UUID id, long done, long total) {
		this.repository.progress(id, done, total);
		return !this.repository.isCancelled(id);
	}

	/** Ends a job together with its work. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void finish(JobRun run, JobOutcome outcome) {
		JobEntity job = this.repository.findById(run.id()).orElseThrow();
		job.result(run.fileName(), run.fileType(), run.size());
		end(job, JobEnd.done(outcome));
	}

	/** Ends a job whose work is undone. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void end(UUID id, JobEnd end) {
		this.repository.lock(id).filter((job) -> job.state().open()).ifPresent((job) -> end(job, end));
	}

	private void end(JobEntity job, JobEnd end) {
		job.end(end.state(), end.outcome(), this.clock.instant());
		this.seals.seal(job);
		this.parts.deleteInput(job.getId());
		if (end.state() != JobState.DONE) {
			this.parts.eraseResult(job.getId(), this.kinds.confidential(job));
		}
		logger.info("Job {} of kind {} has ended: {}", job.getId(), job.kind(), end.state());
	}

}

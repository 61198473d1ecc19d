package org.pingyi.base.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.secret.AuthenticatedCipher;
import org.pingyi.base.web.Refusal;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does jobs, one at a time on each node. The transaction of the work holds an advisory
 * lock: whatever ends the node gives the lock up and undoes the work, and another node
 * begins it anew.
 */
@Component
class JobWorker {

	private static final Logger logger = LoggerFactory.getLogger(JobWorker.class);

	private static final int LOOKED_AT = 20;

	private final JobRepository repository;

	private final JobSteps steps;

	private final JobParts parts;

	private final Clock clock;

	private final TransactionTemplate work;

	private volatile boolean stopping;

	JobWorker(JobRepository repository, JobSteps steps, JobParts parts, Clock clock,
			PlatformTransactionManager transactions) {
		this.repository = repository;
		this.steps = steps;
		this.parts = parts;
		this.clock = clock;
		this.work = new TransactionTemplate(transactions);
	}

	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stopping = true;
	}

	/** Does all that waits, the oldest first. */
	void runAll() {
		while (!this.stopping && open().stream().anyMatch(this::run)) {
			logger.debug("A job has ended; is there another?");
		}
	}

	private List<UUID> open() {
		return this.repository.open(Limit.of(LOOKED_AT));
	}

	/** Does a job; not one of another node, and none that ended meanwhile. */
	private boolean run(UUID id) {
		try {
			return Boolean.TRUE.equals(this.work.execute((status) -> run(id, status)));
		}
		catch (JobInterrupted ex) {
			logger.info("Job {} goes on elsewhere, or after the start", id);
			return false;
		}
		catch (RuntimeException ex) {
			logger.error("Job {} could not be stored", id, ex);
			this.steps.end(id, JobEnd.broken());
			return true;
		}
	}

	private boolean run(UUID id, TransactionStatus status) {
		Optional<BegunJob> begun = this.repository.tryTurn(id.toString()) ? this.steps.begin(id) : Optional.empty();
		begun.flatMap(this::failure).ifPresent((end) -> {
			status.setRollbackOnly();
			// Before the lock is given up, so that nobody takes up what failed.
			this.steps.end(id, end);
		});
		return begun.isPresent();
	}

	private Optional<JobEnd> failure(BegunJob job) {
		try {
			new Actor(job.owner()).perform(job.kind().roles().getFirst(), () -> perform(job));
			return Optional.empty();
		}
		catch (JobInterrupted ex) {
			throw ex;
		}
		catch (JobCancelled ex) {
			return Optional.of(JobEnd.cancelled());
		}
		catch (Refusal ex) {
			return Optional.of(JobEnd.refused(ex));
		}
		catch (RuntimeException ex) {
			logger.error("Job {} failed; nothing of it is stored", job.id(), ex);
			return Optional.of(JobEnd.broken());
		}
	}

	private void perform(BegunJob job) {
		AuthenticatedCipher key = this.parts.makeKey(job.id(), job.kind().confidential());
		JobRun run = new JobRun(job.id(), job.parameters(), () -> this.parts.readInput(job.id()),
				new StoredProgress(job.id(), this.steps, this.clock, () -> this.stopping),
				this.parts.result(job.id(), key));
		try {
			this.steps.finish(run, job.kind().run(run));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

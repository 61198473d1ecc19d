package org.pingyi.base.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders work that takes longer than a request, and hands out what came of it: each
 * person sees their own jobs, and only while they have the role of its kind.
 */
@Service
@Transactional
@PreAuthorize("isAuthenticated()")
public class Jobs {

	private final JobRepository repository;

	private final JobParts parts;

	private final JobKinds kinds;

	private final JobSeals seals;

	private final Audit audit;

	private final Clock clock;

	private final Duration kept;

	/**
	 * @param kept how long results are kept
	 */
	Jobs(JobRepository repository, JobParts parts, JobKinds kinds, JobSeals seals, Audit audit, Clock clock,
			@Value("${pingyi.jobs.kept:7d}") Duration kept) {
		this.repository = repository;
		this.parts = parts;
		this.kinds = kinds;
		this.seals = seals;
		this.audit = audit;
		this.clock = clock;
		this.kept = kept;
	}

	/**
	 * Keeps what a job would work on until its owner has looked at it; a day later it is
	 * gone.
	 * @param input what the kind reads, or nothing
	 * @return its number, for {@link #confirm}
	 */
	public UUID prepare(JobOrder order, byte[] input) {
		JobEntity job = new JobEntity(UUID.randomUUID(), order, Actor.current().name(), this.clock.instant());
		require(job);
		this.seals.seal(job);
		this.repository.save(job);
		try (PartOutput out = this.parts.input(job.getId())) {
			out.write(input, 0, input.length);
		}
		return job.getId();
	}

	/** Orders a job that has nothing to look at before. */
	public UUID start(JobOrder order) {
		UUID id = prepare(order, new byte[0]);
		confirm(id, order.parameters(), false);
		return id;
	}

	/**
	 * A job of a kind that waits to be confirmed.
	 * @param kind {@link JobKind#code() code} of the kind
	 * @throws Refusal 404 {@code job.unknown}, 409 {@code job.confirmed}
	 */
	@Transactional(readOnly = true)
	public Job prepared(UUID id, String kind) {
		JobEntity job = own(id);
		if (!job.kind().equals(kind)) {
			throw unknown();
		}
		if (job.state() != JobState.PREPARED) {
			throw Refusal.conflict("job.confirmed");
		}
		return shown(job);
	}

	/** What a job that waits to be confirmed would work on. */
	@Transactional(readOnly = true)
	public InputStream input(UUID id) {
		own(id);
		return this.parts.readInput(id);
	}

	/**
	 * Lets a node do it; once is enough, and a second time changes nothing.
	 * @param parameters what its kind reads, now that it was looked at
	 * @param once whether its result is erased as soon as it was taken
	 */
	public void confirm(UUID id, List<String> parameters, boolean once) {
		JobEntity job = require(this.repository.lock(id).orElseThrow(Jobs::unknown));
		if (this.seals.require(job).state() == JobState.PREPARED) {
			job.confirm(parameters, once, this.clock.instant());
			this.seals.seal(job);
		}
	}

	/** Whoever is signed in has ordered these, the newest first. */
	@Transactional(readOnly = true)
	public Page<Job> own(Pageable page) {
		return this.repository.ofOwner(Actor.current().name(), page).map(this::shown);
	}

	/**
	 * One of them.
	 * @throws Refusal 404 {@code job.unknown}
	 */
	@Transactional(readOnly = true)
	public Job find(UUID id) {
		return shown(own(id));
	}

	/**
	 * Stops it within a second; nothing of it is stored.
	 * @throws Refusal 409 {@code job.ended} when it has ended
	 */
	public void cancel(UUID id) {
		own(id);
		if (this.repository.cancel(id) == 0) {
			throw Refusal.conflict("job.ended");
		}
	}

	/**
	 * What came of it, to be sent; where that opens something, this is in the trail.
	 * @throws Refusal 404 {@code job.noResult} when there is none or no longer one
	 */
	public JobFile take(UUID id) {
		JobEntity job = own(id);
		JobFile file = shown(job).file();
		if (file == null) {
			throw Refusal.notFound("job.noResult");
		}
		if (file.confidential()) {
			this.audit.record("job.taken", "job:" + id, job.kind());
		}
		return file;
	}

	/** Writes it at the speed of its reader, who holds no connection meanwhile. */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public void send(UUID id, OutputStream out) throws IOException {
		try (InputStream result = this.parts.readResult(id, this.kinds.confidential(own(id)))) {
			result.transferTo(out);
		}
	}

	/** Erases what came of it. */
	public void erase(UUID id) {
		JobEntity job = require(this.repository.lock(id).orElseThrow(Jobs::unknown));
		if (job.hasResult()) {
			this.parts.eraseResult(id, this.kinds.confidential(job));
			job.erase(this.clock.instant());
			this.audit.record("job.erased", "job:" + id, job.kind());
		}
	}

	private JobEntity own(UUID id) {
		return require(this.repository.findById(id).orElseThrow(Jobs::unknown));
	}

	/** Somebody else's job is none; so is one whose role its owner has no longer. */
	private JobEntity require(JobEntity job) {
		boolean own = job.owner().equals(Actor.current().name());
		if (!own || this.kinds.find(job)
			.filter((kind) -> kind.roles().stream().noneMatch(Actor::hasRole))
			.isPresent()) {
			throw unknown();
		}
		return job;
	}

	private Job shown(JobEntity job) {
		return job.toJob(this.kinds.find(job), this.kept);
	}

	private static Refusal unknown() {
		return Refusal.notFound("job.unknown");
	}

}

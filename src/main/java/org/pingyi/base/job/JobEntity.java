package org.pingyi.base.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/**
 * A job as it is stored. Its progress and the wish to stop it are written beside by
 * statements, so each change writes what it changes alone.
 */
@Entity
@DynamicUpdate
@Table(name = "job_job")
class JobEntity implements Persistable<UUID> {

	@Id
	private UUID id = new UUID(0, 0);

	private String kind = "";

	private String owner = "";

	private String subject = "";

	private String address = "";

	private String[] parameters = {};

	@Enumerated(EnumType.STRING)
	private JobState state = JobState.PREPARED;

	private boolean cancelled;

	private int starts;

	private long done;

	private long total;

	private String message = "";

	private String[] arguments = {};

	private String fileName = "";

	private String fileType = "";

	private long size;

	private boolean once;

	private Instant orderedAt = Instant.EPOCH;

	private @Nullable Instant startedAt;

	private @Nullable Instant finishedAt;

	private @Nullable Instant erasedAt;

	private byte[] seal = {};

	protected JobEntity() {
	}

	JobEntity(UUID id, JobOrder order, String owner, Instant now) {
		this.id = id;
		this.kind = order.kind();
		this.owner = owner;
		this.subject = order.subject();
		this.address = order.address();
		this.parameters = order.parameters().toArray(String[]::new);
		this.orderedAt = now;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	/** It is saved once, and changed afterwards. */
	@Override
	public boolean isNew() {
		return true;
	}

	String kind() {
		return this.kind;
	}

	String owner() {
		return this.owner;
	}

	JobState state() {
		return this.state;
	}

	List<String> parameters() {
		return List.of(this.parameters);
	}

	boolean cancelled() {
		return this.cancelled;
	}

	int starts() {
		return this.starts;
	}

	/** Its owner has looked and wants it done. */
	void confirm(List<String> parameters, boolean once, Instant now) {
		this.parameters = parameters.toArray(String[]::new);
		this.once = once;
		this.state = JobState.WAITING;
		this.orderedAt = now;
	}

	/** A node takes it up, maybe after another one. */
	void start(Instant now) {
		this.state = JobState.RUNNING;
		this.starts++;
		this.startedAt = now;
	}

	void end(JobState ended, JobOutcome outcome, Instant now) {
		this.state = ended;
		this.message = outcome.key();
		this.arguments = outcome.arguments().toArray(String[]::new);
		this.finishedAt = now;
	}

	/** Its result, which is stored in parts. */
	void result(String name, String type, long bytes) {
		this.fileName = name;
		this.fileType = type;
		this.size = bytes;
	}

	boolean hasResult() {
		return this.state == JobState.DONE && this.erasedAt == null && !this.fileName.isEmpty();
	}

	/** Nobody reads its result any more. */
	void erase(Instant now) {
		this.erasedAt = now;
	}

	void seal(byte[] made) {
		this.seal = made;
	}

	byte[] seal() {
		return this.seal;
	}

	/** What decides what is done, and whose result it is, for {@link JobSeals}. */
	String[] sealed() {
		return Stream
			.concat(Stream.of("job.seal", this.id.toString(), this.kind, this.owner, this.state.name(), this.fileName,
					Long.toString(this.size), Boolean.toString(this.once)), Stream.of(this.parameters))
			.toArray(String[]::new);
	}

	/**
	 * As its owner sees it.
	 * @param of its kind; empty where this node does not know it
	 */
	Job toJob(Optional<JobKind> of, Duration kept) {
		boolean file = hasResult();
		Instant until = (file && this.finishedAt != null) ? this.finishedAt.plus(kept) : null;
		return new Job(this.id, of.map(JobKind::name).orElse("job.newer"), this.subject, this.address, parameters(),
				this.state, this.cancelled, this.done, this.total, this.orderedAt, this.startedAt, this.finishedAt,
				this.message.isEmpty() ? null : new JobOutcome(this.message, List.of(this.arguments)),
				file ? new JobFile(this.fileName, this.fileType, this.size,
						of.filter(JobKind::confidential).isPresent(), this.once) : null,
				until);
	}

}

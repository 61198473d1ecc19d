package org.pingyi.base.job;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import org.springframework.data.domain.Persistable;

/** Some of what a job works on or of what comes of it, encrypted. */
@Entity
@Immutable
@Table(name = "job_part")
@IdClass(JobPartEntity.Key.class)
class JobPartEntity implements Persistable<JobPartEntity.Key> {

	@Id
	@Column(name = "job_id")
	private UUID job = new UUID(0, 0);

	@Id
	private boolean result;

	@Id
	private int number;

	private byte[] content = {};

	protected JobPartEntity() {
	}

	JobPartEntity(Key key, byte[] content) {
		this.job = key.job();
		this.result = key.result();
		this.number = key.number();
		this.content = content;
	}

	/**
	 * What tells parts apart.
	 *
	 * @param result whether it came of the job
	 * @param number counted from 0
	 */
	record Key(UUID job, boolean result, int number) {
	}

	@Override
	public Key getId() {
		return new Key(this.job, this.result, this.number);
	}

	/** Parts are only ever inserted. */
	@Override
	public boolean isNew() {
		return true;
	}

	byte[] content() {
		return this.content;
	}

}

package org.pingyi.outcome.result;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import org.springframework.data.domain.Persistable;

/** Which run of a cycle was made public, as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "result_publication")
class PublicationEntity implements Persistable<Long> {

	@Id
	@Column(name = "cycle_id")
	private long cycle;

	@Column(name = "run_id")
	private long run;

	private Instant publishedAt = Instant.EPOCH;

	private String publishedBy = "";

	protected PublicationEntity() {
	}

	PublicationEntity(Run run, Instant publishedAt, String publishedBy) {
		this.cycle = run.cycle();
		this.run = run.id();
		this.publishedAt = publishedAt;
		this.publishedBy = publishedBy;
	}

	@Override
	public Long getId() {
		return this.cycle;
	}

	/** Publications are only ever inserted. */
	@Override
	public boolean isNew() {
		return true;
	}

}

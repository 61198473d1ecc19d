package org.pingyi.intake.review;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.springframework.data.domain.Persistable;

/** A draw by lot as it is stored: its seed, and the list that it was drawn from. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "review_lot")
class LotEntity implements Persistable<String> {

	@Id
	@JdbcTypeCode(SqlTypes.CHAR)
	private String seed = "";

	private long cycleId;

	@JdbcTypeCode(SqlTypes.CHAR)
	private String listDigest = "";

	private String drawnBy = "";

	private Instant drawnAt = Instant.EPOCH;

	protected LotEntity() {
	}

	LotEntity(String seed, long cycle, String listDigest, String drawnBy, Instant drawnAt) {
		this.seed = seed;
		this.cycleId = cycle;
		this.listDigest = listDigest;
		this.drawnBy = drawnBy;
		this.drawnAt = drawnAt;
	}

	@Override
	public String getId() {
		return this.seed;
	}

	/** Draws are only appended. */
	@Override
	public boolean isNew() {
		return true;
	}

}

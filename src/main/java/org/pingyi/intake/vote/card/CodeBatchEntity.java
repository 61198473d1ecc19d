package org.pingyi.intake.vote.card;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A batch as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "vote_batch")
class CodeBatchEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long cycleId;

	private String name = "";

	private String audience = "";

	private String raterClass = "";

	private int issued;

	private String madeBy = "";

	private Instant madeAt = Instant.EPOCH;

	private @Nullable String withdrawnBy;

	private @Nullable Instant withdrawnAt;

	protected CodeBatchEntity() {
	}

	CodeBatchEntity(long cycle, NewBatch batch, String maker, Instant now) {
		this.cycleId = cycle;
		this.name = batch.name();
		this.audience = batch.audience();
		this.raterClass = batch.raterClass();
		this.issued = batch.count();
		this.madeBy = maker;
		this.madeAt = now;
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

}

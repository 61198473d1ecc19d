package org.pingyi.outcome.result;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.pingyi.rules.cycle.Cycle;

/**
 * A run as it is stored. Inputs and outcome are kept byte for byte as they were digested,
 * hence as text that only the database reads as JSON.
 */
@Entity
@Immutable
@Table(name = "result_run")
class RunEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(name = "cycle_id")
	private long cycle;

	private int number;

	private long schemeVersion;

	private Instant countedAt = Instant.EPOCH;

	private String countedBy = "";

	@Column(columnDefinition = "json")
	@ColumnTransformer(write = "cast(? as json)")
	private String inputs = "";

	@JdbcTypeCode(SqlTypes.CHAR)
	private String inputsDigest = "";

	@Column(columnDefinition = "json")
	@ColumnTransformer(write = "cast(? as json)")
	private String outcome = "";

	@JdbcTypeCode(SqlTypes.CHAR)
	private String outcomeDigest = "";

	protected RunEntity() {
	}

	RunEntity(Cycle cycle, int number, String inputs, String outcome, Instant countedAt, String countedBy) {
		this.cycle = cycle.id();
		this.schemeVersion = cycle.schemeVersion();
		this.number = number;
		this.inputs = inputs;
		this.inputsDigest = RunJson.digest(inputs);
		this.outcome = outcome;
		this.outcomeDigest = RunJson.digest(outcome);
		this.countedAt = countedAt;
		this.countedBy = countedBy;
	}

	Run toRun() {
		return new Run(Objects.requireNonNull(this.id), this.cycle, this.number, this.schemeVersion, this.countedAt,
				this.countedBy, this.inputsDigest, this.outcomeDigest);
	}

}

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
 * A run as it is stored. Its documents are kept in parts and digested as a whole, those
 * of early versions byte for byte, hence as text that only the database reads as JSON.
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

	/** Only of early versions. */
	@Column(columnDefinition = "json")
	@ColumnTransformer(write = "cast(? as json)")
	private @Nullable String inputs;

	@JdbcTypeCode(SqlTypes.CHAR)
	private String inputsDigest = "";

	@JdbcTypeCode(SqlTypes.CHAR)
	@SuppressWarnings("UnusedVariable") // read by queries alone
	private @Nullable String sourcesDigest;

	/** Only of early versions. */
	@Column(columnDefinition = "json")
	@ColumnTransformer(write = "cast(? as json)")
	private @Nullable String outcome;

	@Column(columnDefinition = "json")
	@ColumnTransformer(write = "cast(? as json)")
	private @Nullable String conclusion;

	@JdbcTypeCode(SqlTypes.CHAR)
	private String outcomeDigest = "";

	/**
	 * What is kept of the documents of a run in its own row.
	 *
	 * @param sources digest of what changes when something else is to be counted
	 * @param conclusion the JSON of the outcome without scorecards
	 */
	record Documents(String inputsDigest, String sources, String conclusion, String outcomeDigest) {
	}

	protected RunEntity() {
	}

	RunEntity(Cycle cycle, int number, Documents documents, Instant countedAt, String countedBy) {
		this.cycle = cycle.id();
		this.schemeVersion = cycle.schemeVersion();
		this.number = number;
		this.inputsDigest = documents.inputsDigest();
		this.sourcesDigest = documents.sources();
		this.conclusion = documents.conclusion();
		this.outcomeDigest = documents.outcomeDigest();
		this.countedAt = countedAt;
		this.countedBy = countedBy;
	}

	Run toRun() {
		return new Run(Objects.requireNonNull(this.id), this.cycle, this.number, this.schemeVersion, this.countedAt,
				this.countedBy, this.inputsDigest, this.outcomeDigest);
	}

}

package org.pingyi.outcome.result;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * An objection as it is stored; its {@link ObjectionDecisionEntity decision} is a row of
 * its own.
 */
@Entity
@Immutable
@Table(name = "result_objection")
class ObjectionEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(name = "cycle_id")
	private long cycle;

	@Column(name = "run_id")
	private long run;

	private String unit = "";

	private String line = "";

	private String reason = "";

	private Instant filedAt = Instant.EPOCH;

	private String filedBy = "";

	protected ObjectionEntity() {
	}

	ObjectionEntity(Run run, String unit, String line, String reason, Instant filedAt, String filedBy) {
		this.cycle = run.cycle();
		this.run = run.id();
		this.unit = unit;
		this.line = line;
		this.reason = reason;
		this.filedAt = filedAt;
		this.filedBy = filedBy;
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	/**
	 * @param run number of its run within the cycle
	 */
	Objection toObjection(int run, Objection.@Nullable Decision decision) {
		return new Objection(id(), this.cycle, run, this.unit, this.line, this.reason, this.filedAt, this.filedBy,
				decision);
	}

}

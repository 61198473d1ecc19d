package org.pingyi.intake.inspection;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A visit as it is stored; changed only by the updates of its repository. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "inspection_visit")
class VisitEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long cycleId;

	private long unitId;

	private String inspector = "";

	private LocalDate plannedOn = LocalDate.EPOCH;

	private @Nullable LocalDate submittedOn;

	private boolean cancelled;

	protected VisitEntity() {
	}

	VisitEntity(long cycle, long unit, String inspector, LocalDate plannedOn) {
		this.cycleId = cycle;
		this.unitId = unit;
		this.inspector = inspector;
		this.plannedOn = plannedOn;
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

}

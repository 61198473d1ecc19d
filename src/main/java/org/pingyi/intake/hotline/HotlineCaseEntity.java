package org.pingyi.intake.hotline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A hotline case as it is stored. */
@Entity
@Table(name = "hotline_case")
class HotlineCaseEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long cycleId;

	private String number = "";

	private LocalDate calledOn = LocalDate.EPOCH;

	private long unitId;

	private String category = "";

	private String content = "";

	private String handling = "";

	private @Nullable LocalDate closedOn;

	@Enumerated(EnumType.STRING)
	private HotlineCase.State state = HotlineCase.State.NEW;

	private @Nullable Long adjustmentId;

	private String importedBy = "";

	private Instant importedAt = Instant.EPOCH;

	protected HotlineCaseEntity() {
	}

	HotlineCase hotlineCase() {
		HotlineCase.Details details = new HotlineCase.Details(this.number, this.calledOn, this.unitId, this.category,
				this.content, this.handling, this.closedOn);
		return new HotlineCase(Objects.requireNonNull(this.id), this.cycleId, details, this.state, this.adjustmentId,
				this.importedBy, this.importedAt);
	}

}

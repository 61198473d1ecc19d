package org.pingyi.outcome.feedback;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.pingyi.outcome.feedback.Rectification.State;

/** A step of a rectification as it is stored; it is only ever inserted. */
@Entity
@Immutable
@Table(name = "feedback_step")
class RectificationStepEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(name = "rectification_id")
	private long rectification;

	@Enumerated(EnumType.STRING)
	private State state = State.SENT;

	private String takenBy = "";

	private Instant takenAt = Instant.EPOCH;

	private String remark = "";

	private LocalDate deadline = LocalDate.EPOCH;

	protected RectificationStepEntity() {
	}

	RectificationStepEntity(long rectification, RectificationStep step) {
		this.rectification = rectification;
		this.state = step.state();
		this.takenBy = step.by();
		this.takenAt = step.at();
		this.remark = step.remark();
		this.deadline = step.deadline();
	}

	RectificationStep toStep() {
		return new RectificationStep(this.state, this.takenBy, this.takenAt, this.remark, this.deadline);
	}

}

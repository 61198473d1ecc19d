package org.pingyi.outcome.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.pingyi.intake.ballot.WrittenOpinion;
import org.pingyi.outcome.feedback.Rectification.State;

/** A rectification as it is stored; its state only moves by guarded updates. */
@Entity
@Table(name = "feedback_rectification")
class RectificationEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(name = "cycle_id")
	private long cycle;

	@Column(name = "unit_id")
	private long unit;

	@Column(name = "opinion_id")
	private UUID opinion = new UUID(0, 0);

	private String words = "";

	private boolean summarised;

	private LocalDate deadline = LocalDate.EPOCH;

	@Enumerated(EnumType.STRING)
	private State state = State.SENT;

	private String sentBy = "";

	private Instant sentAt = Instant.EPOCH;

	protected RectificationEntity() {
	}

	/**
	 * @param words what the unit reads: the opinion, or the office's summary of it
	 */
	RectificationEntity(long cycle, WrittenOpinion opinion, String words, LocalDate deadline, String sentBy,
			Instant sentAt) {
		this.cycle = cycle;
		this.unit = opinion.unit();
		this.opinion = opinion.id();
		this.words = words;
		this.summarised = !words.equals(opinion.text());
		this.deadline = deadline;
		this.sentBy = sentBy;
		this.sentAt = sentAt;
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	UUID opinion() {
		return this.opinion;
	}

	Rectification toRectification() {
		return new Rectification(id(), this.cycle, this.unit, this.words, this.summarised, this.deadline, this.state,
				this.sentBy, this.sentAt);
	}

}

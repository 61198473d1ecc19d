package org.pingyi.intake.adjustment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SecondPerson;

/** A figure as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "adjustment_figure")
class FigureEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long cycleId;

	private long unitId;

	@Column(name = "figure_key")
	private String key = "";

	private BigDecimal value = BigDecimal.ZERO;

	private String document = "";

	@Embedded
	private SecondPerson persons = new SecondPerson(ProposalState.PROPOSED, "", null);

	private Instant proposedAt = Instant.EPOCH;

	private @Nullable Instant decidedAt;

	protected FigureEntity() {
	}

	FigureEntity(long cycle, NewFigure figure, Instant now) {
		this.cycleId = cycle;
		this.unitId = figure.unit();
		this.key = figure.key();
		this.value = figure.value();
		this.document = figure.document();
		this.persons = SecondPerson.proposed();
		this.proposedAt = now;
	}

	FigureEntry entry() {
		return new FigureEntry(id(), this.cycleId, new NewFigure(this.unitId, this.key, this.value, this.document),
				this.persons.state(), this.persons.proposedBy(), this.proposedAt, this.persons.decidedBy());
	}

	/** When it was decided; the same for all that were decided together. */
	Instant decidedAt() {
		return Objects.requireNonNull(this.decidedAt);
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

}

package org.pingyi.intake.hotline;

import java.time.Instant;

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

/** A step taken about a case as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "hotline_step")
class CaseStepEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long caseId;

	@Enumerated(EnumType.STRING)
	private HotlineCase.State state = HotlineCase.State.NEW;

	@Column(name = "taken_by")
	private String by = "";

	@Column(name = "taken_at")
	private Instant at = Instant.EPOCH;

	private String remark = "";

	protected CaseStepEntity() {
	}

	CaseStepEntity(long hotlineCase, CaseStep step) {
		this.caseId = hotlineCase;
		this.state = step.state();
		this.by = step.by();
		this.at = step.at();
		this.remark = step.remark();
	}

}

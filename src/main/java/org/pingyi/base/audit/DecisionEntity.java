package org.pingyi.base.audit;

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

/** A decision as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "audit_decision")
class DecisionEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String subject = "";

	@Enumerated(EnumType.STRING)
	private ProposalState state = ProposalState.PROPOSED;

	@Column(name = "decided_by")
	private String by = "";

	@Column(name = "decided_at")
	private Instant at = Instant.EPOCH;

	private String remark = "";

	protected DecisionEntity() {
	}

}

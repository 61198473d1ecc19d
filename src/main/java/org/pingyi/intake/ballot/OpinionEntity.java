package org.pingyi.intake.ballot;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What somebody wrote as it is stored after the seal. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "ballot_opinion")
class OpinionEntity {

	@Id
	private UUID id = new UUID(0, 0);

	@Column(name = "cycle_id")
	private long cycle;

	private String channel = "";

	@Column(name = "unit_id")
	private long unit;

	private String text = "";

	private boolean mayForward;

	protected OpinionEntity() {
	}

}

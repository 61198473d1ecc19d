package org.pingyi.intake.ballot.tally;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SecondPerson;

/** A proposal to exclude ballots as it is stored; it is decided once. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "ballot_exclusion")
class ExclusionEntity {

	@Id
	private long id;

	@Column(name = "cycle_id")
	private long cycle;

	private String channel = "";

	@Column(name = "unit_id")
	private long unit;

	private int signals;

	private String reason = "";

	private String evidence = "";

	@Embedded
	private SecondPerson decision = new SecondPerson(ProposalState.PROPOSED, "", null);

	protected ExclusionEntity() {
	}

}

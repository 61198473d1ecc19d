package org.pingyi.intake.ballot.key;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SecondPerson;

/** A proposal to destroy a key as it is stored; it is decided once. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "ballot_key_destruction")
class KeyDestructionEntity {

	@Id
	private long id;

	@Column(name = "cycle_id")
	private long cycle;

	@Embedded
	private SecondPerson decision = new SecondPerson(ProposalState.PROPOSED, "", null);

	protected KeyDestructionEntity() {
	}

	long id() {
		return this.id;
	}

	SecondPerson decision() {
		return this.decision;
	}

}

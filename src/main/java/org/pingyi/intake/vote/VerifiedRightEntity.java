package org.pingyi.intake.vote;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A right that was proved in a year, as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "vote_won")
class VerifiedRightEntity {

	@EmbeddedId
	private Key key = new Key(0, "");

	protected VerifiedRightEntity() {
	}

	/** The right is a keyed hash of its own, not the one that ballots know. */
	@Embeddable
	record Key(long cycleId, String rightMac) {
	}

}

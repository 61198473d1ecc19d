package org.pingyi.intake.vote;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A challenge that was answered, as it is stored until it expires. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "vote_work")
class UsedChallengeEntity {

	@Id
	private String challenge = "";

	private Instant expiresAt = Instant.EPOCH;

	protected UsedChallengeEntity() {
	}

}

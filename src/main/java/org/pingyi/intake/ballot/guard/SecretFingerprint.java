package org.pingyi.intake.ballot.guard;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Tells, without revealing it, under which secret rights were used; there is one. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "ballot_secret")
class SecretFingerprint {

	@Id
	@Column(name = "only_one")
	private boolean onlyOne = true;

	private String fingerprint = "";

	protected SecretFingerprint() {
	}

}

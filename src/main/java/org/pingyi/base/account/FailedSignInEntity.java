package org.pingyi.base.account;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A failed sign-in as it is stored, by the hash of what was typed as sign-in name. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "account_failure")
class FailedSignInEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private byte[] loginHash = {};

	private Instant at = Instant.EPOCH;

	protected FailedSignInEntity() {
	}

	FailedSignInEntity(byte[] loginHash, Instant at) {
		this.loginHash = loginHash;
		this.at = at;
	}

}

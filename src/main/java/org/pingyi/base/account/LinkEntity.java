package org.pingyi.base.account;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/**
 * A one-time link as it is stored: the hash of its token only. Without an account it sets
 * up the first administrators.
 */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "account_link")
class LinkEntity implements Persistable<byte[]> {

	@Id
	private byte[] hash = {};

	private @Nullable Long accountId;

	private Instant expiresAt = Instant.EPOCH;

	private @Nullable Instant usedAt;

	private byte @Nullable [] seal;

	protected LinkEntity() {
	}

	LinkEntity(byte[] hash, @Nullable Long accountId, Instant expiresAt, byte[] seal) {
		this.hash = hash;
		this.accountId = accountId;
		this.expiresAt = expiresAt;
		this.seal = seal;
	}

	@Nullable Long account() {
		return this.accountId;
	}

	Instant expiresAt() {
		return this.expiresAt;
	}

	byte @Nullable [] seal() {
		return this.seal;
	}

	@Override
	public byte[] getId() {
		return this.hash;
	}

	/** Only new ones are saved; statements use them up. */
	@Override
	public boolean isNew() {
		return this.usedAt == null;
	}

}

package org.pingyi.base.secret;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What the database knows of a key: that there is one, and its hash, never the key. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "secret_key")
class KeyEntity {

	@Id
	private String name = "";

	private byte[] fingerprint = {};

	@Column(name = "erased_on")
	private @Nullable LocalDate erasedOn;

	private byte @Nullable [] erasure;

	protected KeyEntity() {
	}

}

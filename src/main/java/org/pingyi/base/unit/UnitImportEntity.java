package org.pingyi.base.unit;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import org.springframework.data.domain.Persistable;

/** An uploaded sheet that waits for its confirmation, as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "unit_import")
class UnitImportEntity implements Persistable<UUID> {

	@Id
	private UUID id = UUID.randomUUID();

	private String sheet = "";

	private String uploadedBy = "";

	private Instant uploadedAt = Instant.EPOCH;

	protected UnitImportEntity() {
	}

	UnitImportEntity(String sheet, String uploadedBy, Instant uploadedAt) {
		this.sheet = sheet;
		this.uploadedBy = uploadedBy;
		this.uploadedAt = uploadedAt;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	/** It is saved once and never changed. */
	@Override
	public boolean isNew() {
		return true;
	}

}

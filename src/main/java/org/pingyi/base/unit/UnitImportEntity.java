package org.pingyi.base.unit;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/** An uploaded sheet that waits for its confirmation, or had it, as it is stored. */
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

	private @Nullable Instant importedAt;

	protected UnitImportEntity() {
	}

	UnitImportEntity(String sheet, String uploadedBy, Instant uploadedAt) {
		this.sheet = sheet;
		this.uploadedBy = uploadedBy;
		this.uploadedAt = uploadedAt;
	}

	String sheet() {
		return this.sheet;
	}

	/** The import of this sheet, with the codes of the units in it. */
	UnitImport done(Set<String> codes) {
		return new UnitImport(this.id, this.uploadedBy, Objects.requireNonNull(this.importedAt), codes);
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	/** It is saved once; the import is marked by a statement. */
	@Override
	public boolean isNew() {
		return true;
	}

}

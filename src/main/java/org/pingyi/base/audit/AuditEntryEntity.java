package org.pingyi.base.audit;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import org.springframework.data.domain.Persistable;

/** An entry of the trail as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "audit_entry")
class AuditEntryEntity implements Persistable<Long> {

	@Id
	private long id;

	private Instant at = Instant.EPOCH;

	private String actor = "";

	private String act = "";

	private String subject = "";

	private String detail = "";

	private byte[] previousHash = {};

	private byte[] hash = {};

	protected AuditEntryEntity() {
	}

	AuditEntryEntity(ChainedEntry link) {
		Entry entry = link.entry();
		this.id = entry.id();
		this.at = entry.at();
		this.actor = entry.actor();
		this.act = entry.act();
		this.subject = entry.subject();
		this.detail = entry.detail();
		this.previousHash = link.previous();
		this.hash = link.hash();
	}

	@Override
	public Long getId() {
		return this.id;
	}

	/** It is saved once and never changed. */
	@Override
	public boolean isNew() {
		return true;
	}

}

package org.pingyi.intake.ballot.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/** An entry of the log of a cycle's acts as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "ballot_act")
@IdClass(ActEntity.Key.class)
class ActEntity implements Persistable<ActEntity.Key> {

	@Id
	@Column(name = "cycle_id")
	private long cycle;

	@Id
	private long position;

	private String entry = "";

	private byte[] leaf = {};

	protected ActEntity() {
	}

	ActEntity(long cycle, long position, String entry, byte[] leaf) {
		this.cycle = cycle;
		this.position = position;
		this.entry = entry;
		this.leaf = leaf;
	}

	/** The place of an act. */
	record Key(long cycle, long position) {
	}

	@Override
	public Key getId() {
		return new Key(this.cycle, this.position);
	}

	/** Acts are only appended. */
	@Override
	public boolean isNew() {
		return true;
	}

}

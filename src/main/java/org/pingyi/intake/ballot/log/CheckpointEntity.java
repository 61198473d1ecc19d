package org.pingyi.intake.ballot.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import org.springframework.data.domain.Persistable;

/** A signed state of the logs as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Immutable
@Table(name = "ballot_checkpoint")
@IdClass(CheckpointEntity.Key.class)
class CheckpointEntity implements Persistable<CheckpointEntity.Key> {

	@Id
	@Column(name = "cycle_id")
	private long cycle;

	@Id
	private long size;

	@Id
	private long acts;

	private byte[] ballotsRoot = {};

	private byte[] receiptsRoot = {};

	private byte[] actsRoot = {};

	private byte[] signature = {};

	protected CheckpointEntity() {
	}

	CheckpointEntity(Checkpoint checkpoint) {
		this.cycle = checkpoint.cycle();
		this.size = checkpoint.size();
		this.ballotsRoot = checkpoint.ballotsRoot();
		this.receiptsRoot = checkpoint.receiptsRoot();
		this.acts = checkpoint.acts();
		this.actsRoot = checkpoint.actsRoot();
		this.signature = checkpoint.signature();
	}

	/** Each size of a cycle's logs is signed once. */
	record Key(long cycle, long size, long acts) {
	}

	@Override
	public Key getId() {
		return new Key(this.cycle, this.size, this.acts);
	}

	/** Checkpoints are only appended. */
	@Override
	public boolean isNew() {
		return true;
	}

}

package org.pingyi.outcome.result.rendition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import org.springframework.data.domain.Persistable;

/** Some of the bytes of a rendition. */
@Entity
@Immutable
@Table(name = "result_rendition_part")
@IdClass(RenditionPartEntity.Key.class)
class RenditionPartEntity implements Persistable<RenditionPartEntity.Key> {

	@Id
	@Column(name = "rendition_id")
	private long rendition;

	@Id
	private int number;

	private byte[] content = {};

	private byte[] seal = {};

	protected RenditionPartEntity() {
	}

	RenditionPartEntity(long rendition, int number, byte[] content, byte[] seal) {
		this.rendition = rendition;
		this.number = number;
		this.content = content;
		this.seal = seal;
	}

	/** The parts of a rendition are counted from 0. */
	record Key(long rendition, int number) {
	}

	@Override
	public Key getId() {
		return new Key(this.rendition, this.number);
	}

	/** Parts are only ever inserted. */
	@Override
	public boolean isNew() {
		return true;
	}

	int number() {
		return this.number;
	}

	byte[] content() {
		return this.content;
	}

	byte[] seal() {
		return this.seal;
	}

}

package org.pingyi.outcome.result.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

import org.springframework.data.domain.Persistable;

/** What was counted about a unit in a run, as it is stored: its bars apart, packed. */
@Entity
@Immutable
@IdClass(InputsEntity.Key.class)
@Table(name = "result_inputs")
class InputsEntity implements Persistable<InputsEntity.Key> {

	@Id
	@Column(name = "run_id")
	private long run;

	@Id
	private String unit = "";

	@Column(columnDefinition = "json")
	@ColumnTransformer(write = "cast(? as json)")
	private String inputs = "";

	private byte[] bars = {};

	/** A unit in a run. */
	record Key(long run, String unit) {
	}

	protected InputsEntity() {
	}

	InputsEntity(long run, String unit, String inputs, byte[] bars) {
		this.run = run;
		this.unit = unit;
		this.inputs = inputs;
		this.bars = bars;
	}

	String unit() {
		return this.unit;
	}

	String inputs() {
		return this.inputs;
	}

	byte[] bars() {
		return this.bars;
	}

	@Override
	public Key getId() {
		return new Key(this.run, this.unit);
	}

	/** Inputs are only ever inserted. */
	@Override
	public boolean isNew() {
		return true;
	}

}

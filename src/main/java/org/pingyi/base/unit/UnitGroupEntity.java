package org.pingyi.base.unit;

import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A group as it is stored. */
@Entity
@Table(name = "unit_group")
class UnitGroupEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String code = "";

	private String name = "";

	private int position;

	protected UnitGroupEntity() {
	}

	UnitGroupEntity(String code, String name, int position) {
		this.code = code;
		this.name = name;
		this.position = position;
	}

	void rename(String name) {
		this.name = name;
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	UnitGroup group() {
		return new UnitGroup(id(), this.code, this.name, this.position);
	}

}

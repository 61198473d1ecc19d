package org.pingyi.base.unit;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A unit as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "unit_unit")
class UnitEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String code = "";

	private String name = "";

	private String shortName = "";

	/** Null until somebody writes it. */
	private @Nullable String services;

	private @Nullable LocalDate closedOn;

	@ElementCollection
	@CollectionTable(name = "unit_trait", joinColumns = @JoinColumn(name = "unit_id"))
	@Column(name = "trait")
	@Enumerated(EnumType.STRING)
	private Set<Trait> traits = EnumSet.noneOf(Trait.class);

	protected UnitEntity() {
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	String code() {
		return this.code;
	}

	@Nullable LocalDate closedOn() {
		return this.closedOn;
	}

	void change(UnitChange change) {
		this.name = change.name();
		this.shortName = change.shortName();
		this.services = ServiceWords.of(change.services());
		this.traits.retainAll(change.traits());
		this.traits.addAll(change.traits());
	}

	void close(LocalDate day) {
		this.closedOn = day;
	}

}

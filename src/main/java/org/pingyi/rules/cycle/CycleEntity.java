package org.pingyi.rules.cycle;

import java.time.LocalDate;
import java.util.HashSet;
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

import org.pingyi.base.web.Refusal;

/** A cycle as it is stored; its phase only moves by the named steps. */
@Entity
@Table(name = "cycle_cycle")
class CycleEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String code = "";

	private String name = "";

	private long schemeVersion;

	@Enumerated(EnumType.STRING)
	private Phase phase = Phase.DRAFTED;

	private LocalDate opensOn = LocalDate.EPOCH;

	private LocalDate closesOn = LocalDate.EPOCH;

	@ElementCollection
	@CollectionTable(name = "cycle_absence", joinColumns = @JoinColumn(name = "cycle_id"))
	@Column(name = "unit_id")
	private Set<Long> absent = new HashSet<>();

	protected CycleEntity() {
	}

	CycleEntity(CyclePlan plan) {
		this.code = plan.code();
		plan(plan);
	}

	void change(CyclePlan plan) {
		require(Phase.DRAFTED);
		plan(plan);
	}

	private void plan(CyclePlan plan) {
		if (plan.closesOn().isBefore(plan.opensOn())) {
			throw Refusal.invalid("cycle.datesReversed").at("closesOn");
		}
		this.name = plan.name();
		this.schemeVersion = plan.schemeVersion();
		this.opensOn = plan.opensOn();
		this.closesOn = plan.closesOn();
	}

	/** Leaves exactly these units out. */
	void leaveOut(Set<Long> absent) {
		require(Phase.DRAFTED);
		this.absent.retainAll(absent);
		this.absent.addAll(absent);
	}

	void announce() {
		step(Phase.DRAFTED, Phase.ANNOUNCED);
	}

	void open(LocalDate today) {
		if (today.isBefore(this.opensOn)) {
			throw Refusal.conflict("cycle.tooEarlyToOpen", this.opensOn);
		}
		if (today.isAfter(this.closesOn)) {
			throw Refusal.conflict("cycle.tooLateToOpen", this.closesOn);
		}
		step(Phase.ANNOUNCED, Phase.OPENED);
	}

	void extend(LocalDate closesOn, LocalDate today) {
		if (this.phase != Phase.ANNOUNCED && this.phase != Phase.OPENED) {
			throw Refusal.conflict("cycle.wrongPhase");
		}
		if (closesOn.isBefore(today) || closesOn.isBefore(this.opensOn)) {
			throw Refusal.invalid("cycle.closesInPast");
		}
		this.closesOn = closesOn;
	}

	void beginClosing(LocalDate today) {
		if (!toCycle().mayCloseOn(today)) {
			throw Refusal.conflict("cycle.tooEarlyToClose", this.closesOn);
		}
		step(Phase.OPENED, Phase.CLOSING);
	}

	void close() {
		step(Phase.CLOSING, Phase.CLOSED);
	}

	void count() {
		if (this.phase != Phase.COUNTED) {
			step(Phase.CLOSED, Phase.COUNTED);
		}
	}

	void notice() {
		step(Phase.COUNTED, Phase.NOTICED);
	}

	void publish() {
		step(Phase.NOTICED, Phase.PUBLISHED);
	}

	private void step(Phase from, Phase to) {
		require(from);
		this.phase = to;
	}

	private void require(Phase phase) {
		if (this.phase != phase) {
			throw Refusal.conflict("cycle.wrongPhase");
		}
	}

	long id() {
		return (this.id != null) ? this.id : 0;
	}

	Cycle toCycle() {
		return new Cycle(id(), this.code, this.name, this.schemeVersion, this.phase, this.opensOn, this.closesOn);
	}

}

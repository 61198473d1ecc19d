package org.pingyi.base.unit;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A span of days that a unit is in a group, as it is stored. */
@SuppressWarnings("UnusedVariable") // read by queries alone
@Entity
@Table(name = "unit_membership")
class MembershipEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long unitId;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "group_id")
	private @Nullable UnitGroupEntity group;

	private LocalDate fromDay = LocalDate.EPOCH;

	private @Nullable LocalDate untilDay;

	protected MembershipEntity() {
	}

	MembershipEntity(long unitId, UnitGroupEntity group, LocalDate fromDay) {
		this.unitId = unitId;
		this.group = group;
		this.fromDay = fromDay;
	}

	LocalDate fromDay() {
		return this.fromDay;
	}

	/** Ends it on a day that is after its first. */
	void end(LocalDate day) {
		this.untilDay = day;
	}

	/** Puts it right: another group from the same first day. */
	void correct(UnitGroupEntity group) {
		this.group = group;
	}

}

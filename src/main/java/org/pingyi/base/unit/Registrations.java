package org.pingyi.base.unit;

import java.time.LocalDate;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Writes agencies and their memberships of groups, each change in the trail. */
@Component
class Registrations {

	private final UnitRepository units;

	private final UnitGroups groups;

	private final MembershipRepository memberships;

	private final Audit audit;

	Registrations(UnitRepository units, UnitGroups groups, MembershipRepository memberships, Audit audit) {
		this.units = units;
		this.groups = groups;
		this.memberships = memberships;
		this.audit = audit;
	}

	/** The number of the new agency. */
	long add(NewUnit unit) {
		UnitFormats.requireCode(unit.code());
		UnitFormats.requireNames(unit.name(), unit.shortName());
		UnitFormats.requireServices(ServiceWords.of(unit.services()));
		UnitFormats.requireDay(unit.from());
		UnitGroupEntity group = this.groups.require(unit.group());
		long id = insert(unit);
		this.memberships.save(new MembershipEntity(id, group, unit.from()));
		this.audit.record("unit.registered", "unit:" + unit.code(), unit.group() + " " + unit.from());
		return id;
	}

	void change(String code, UnitChange change) {
		UnitFormats.requireNames(change.name(), change.shortName());
		UnitFormats.requireServices(ServiceWords.of(change.services()));
		UnitEntity unit = lock(code);
		unit.change(change);
		try {
			this.units.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("unit.nameTaken", change.name()).at("name");
		}
		this.audit.record("unit.changed", "unit:" + code, change.traits().toString());
	}

	void close(String code, LocalDate day) {
		UnitFormats.requireDay(day);
		UnitEntity unit = requireOpen(code);
		MembershipEntity last = this.memberships.findFirstByUnitIdOrderByFromDayDesc(unit.id());
		if (!day.isAfter(last.fromDay())) {
			throw Refusal.conflict("unit.closedTooEarly", last.fromDay().toString());
		}
		last.end(day);
		unit.close(day);
		this.audit.record("unit.closed", "unit:" + code, day.toString());
	}

	void move(String code, String group, LocalDate from) {
		UnitFormats.requireDay(from);
		UnitEntity unit = requireOpen(code);
		UnitGroupEntity target = this.groups.require(group);
		MembershipEntity last = this.memberships.findFirstByUnitIdOrderByFromDayDesc(unit.id());
		if (from.isBefore(last.fromDay())) {
			throw Refusal.conflict("unit.movedTooEarly", last.fromDay().toString());
		}
		if (from.isEqual(last.fromDay())) {
			last.correct(target);
		}
		else {
			last.end(from);
			// Before the next begins: a unit is in one group on a day.
			this.memberships.flush();
			this.memberships.save(new MembershipEntity(unit.id(), target, from));
		}
		this.audit.record("unit.moved", "unit:" + code, group + " " + from);
	}

	private long insert(NewUnit unit) {
		long id = this.units.insert(unit, ServiceWords.of(unit.services()))
			.orElseThrow(() -> this.units.existsByCode(unit.code())
					? Refusal.conflict("unit.codeTaken", unit.code()).at("code")
					: Refusal.conflict("unit.nameTaken", unit.name()).at("name"));
		this.units.insertTraits(id, unit.traits().stream().map(Trait::name).toArray(String[]::new));
		return id;
	}

	private UnitEntity lock(String code) {
		return this.units.lockByCode(code).orElseThrow(() -> Refusal.notFound("unit.unknown", code));
	}

	private UnitEntity requireOpen(String code) {
		UnitEntity unit = lock(code);
		if (unit.closedOn() != null) {
			throw Refusal.conflict("unit.alreadyClosed", code);
		}
		return unit;
	}

}

package org.pingyi.base.unit;

import java.util.List;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The groups that agencies are ranked in, each change in the trail. */
@Component
class UnitGroups {

	private final UnitGroupRepository groups;

	private final Audit audit;

	UnitGroups(UnitGroupRepository groups, Audit audit) {
		this.groups = groups;
		this.audit = audit;
	}

	/** In their order. */
	List<UnitGroup> all() {
		return this.groups.findAllByOrderByPositionAscIdAsc().stream().map(UnitGroupEntity::group).toList();
	}

	/** The number of the new group, which comes last. */
	long add(String code, String name) {
		UnitFormats.requireCode(code);
		UnitFormats.requireGroupName(name);
		try {
			long id = this.groups.saveAndFlush(new UnitGroupEntity(code, name, this.groups.nextPosition())).id();
			this.audit.record("unit.groupAdded", "group:" + code, "");
			return id;
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("unit.groupTaken", code, name);
		}
	}

	void rename(String code, String name) {
		UnitFormats.requireGroupName(name);
		require(code).rename(name);
		try {
			this.groups.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("unit.groupTaken", code, name);
		}
		this.audit.record("unit.groupRenamed", "group:" + code, "");
	}

	/**
	 * The group of a code.
	 * @throws Refusal 422 {@code unit.groupUnknown}
	 */
	UnitGroupEntity require(String code) {
		return this.groups.findByCode(code).orElseThrow(() -> Refusal.invalid("unit.groupUnknown", code).at("group"));
	}

}

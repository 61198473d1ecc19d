package org.pingyi.rules.cycle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitGroup;
import org.pingyi.base.unit.Units;

import org.springframework.stereotype.Component;

/**
 * Who takes part: of a draft as the register stands, afterwards as it stood when
 * announced.
 */
@Component
class Participants {

	private final ParticipantRepository participants;

	private final CycleRepository cycles;

	private final Units units;

	Participants(ParticipantRepository participants, CycleRepository cycles, Units units) {
		this.participants = participants;
		this.cycles = cycles;
		this.units = units;
	}

	List<Participant> asPlanned(long cycle) {
		Set<Long> absent = this.cycles.absentUnits(cycle);
		Map<String, String> groups = this.units.groups()
			.stream()
			.collect(Collectors.toMap(UnitGroup::code, UnitGroup::name));
		return this.units.all()
			.stream()
			.filter((unit) -> !unit.group().isEmpty() && !absent.contains(unit.id()))
			.map((unit) -> participant(unit, groups.getOrDefault(unit.group(), unit.group())))
			.toList();
	}

	private static Participant participant(Unit unit, String groupName) {
		Set<String> traits = unit.traits()
			.stream()
			.map(Enum::name)
			.sorted()
			.collect(Collectors.toCollection(LinkedHashSet::new));
		return new Participant(unit.id(), unit.code(), unit.name(), unit.shortName(), unit.group(), groupName, traits);
	}

	/** Keeps those planned, whatever happens to the register afterwards. */
	void fix(long cycle) {
		List<Participant> planned = asPlanned(cycle);
		this.participants.saveAll(IntStream.range(0, planned.size())
			.mapToObj((position) -> new ParticipantEntity(cycle, position, planned.get(position)))
			.toList());
	}

	List<Participant> asAnnounced(long cycle) {
		return this.participants.findByCycleIdOrderByPosition(cycle)
			.stream()
			.map(ParticipantEntity::toParticipant)
			.toList();
	}

}

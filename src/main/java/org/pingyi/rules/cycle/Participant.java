package org.pingyi.rules.cycle;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A unit as it takes part in a cycle; fixed when the cycle is announced.
 *
 * @param unit number of the unit
 * @param code code of the unit
 * @param name full name then
 * @param shortName short name then
 * @param group code of its group then
 * @param groupName name of that group
 * @param traits names of its traits then
 */
public record Participant(long unit, String code, String name, String shortName, String group, String groupName,
		Set<String> traits) {

	/** The participant of a unit's number; empty when the unit is not among them. */
	public static Optional<Participant> of(List<Participant> units, long unit) {
		for (Participant participant : units) {
			if (participant.unit() == unit) {
				return Optional.of(participant);
			}
		}
		return Optional.empty();
	}

	/** The participant of a unit's code; empty when none has it. */
	public static Optional<Participant> of(List<Participant> units, @Nullable String code) {
		return units.stream().filter((unit) -> unit.code().equals(code)).findFirst();
	}

}

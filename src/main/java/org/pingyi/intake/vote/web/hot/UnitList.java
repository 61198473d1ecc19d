package org.pingyi.intake.vote.web.hot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.databind.ObjectMapper;

import org.pingyi.base.audit.Sha256;
import org.pingyi.base.web.kept.Representation;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Door;

import org.springframework.stereotype.Component;

/**
 * Writes the units of an open vote, in their groups, for the script of the ballot page:
 * apart from the page, which is small without them, and kept by browsers until another
 * unit or another word changes its tag.
 */
@Component
class UnitList {

	private static final String JSON = "application/json";

	private static final int TAG = 16;

	private final BallotForms forms;

	private final ObjectMapper json;

	UnitList(BallotForms forms, ObjectMapper json) {
		this.forms = forms;
		this.json = json;
	}

	/** A group and its units. */
	record Group(String name, List<Unit> units) {
	}

	/**
	 * A unit.
	 *
	 * @param find by what it is found besides its name and code, in lower case
	 */
	record Unit(String code, String name, String find) {
	}

	/**
	 * The groups as JSON; empty when the year's method asks nobody online.
	 * @param services what people go to units for, by number of the unit
	 */
	Optional<Representation> of(Cycle cycle, Map<Long, String> services) {
		return this.forms.of(cycle.id(), Door.VOTE)
			.stream()
			.findFirst()
			.map((form) -> representation(groups(form.units(), services)));
	}

	private Representation representation(List<Group> groups) {
		byte[] bytes = this.json.writeValueAsBytes(groups);
		return Representation.zipped(JSON, "", bytes, Sha256.hex(bytes).substring(0, TAG));
	}

	private static List<Group> groups(List<Participant> units, Map<Long, String> services) {
		Map<String, List<Participant>> groups = units.stream()
			.collect(Collectors.groupingBy(Participant::groupName, LinkedHashMap::new, Collectors.toList()));
		return groups.entrySet()
			.stream()
			.map((group) -> new Group(group.getKey(),
					group.getValue().stream().map((unit) -> unit(unit, services)).toList()))
			.toList();
	}

	private static Unit unit(Participant unit, Map<Long, String> services) {
		return new Unit(unit.code(), unit.name(), UnitSearchTerms.of(unit, services.getOrDefault(unit.unit(), "")));
	}

}

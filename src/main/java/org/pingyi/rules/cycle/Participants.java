package org.pingyi.rules.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitGroup;
import org.pingyi.base.unit.Units;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who takes part: of a draft as the register stands, afterwards as it stood when
 * announced.
 */
@Component
class Participants {

	private static final String INSERT = """
			insert into cycle_participant (cycle_id, unit_id, position, code, name, short_name, group_code, group_name, traits)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?)
			""";

	private final JdbcTemplate jdbc;

	private final Units units;

	Participants(JdbcTemplate jdbc, Units units) {
		this.jdbc = jdbc;
		this.units = units;
	}

	List<Participant> asPlanned(long cycle) {
		Set<Long> absent = absent(cycle);
		Map<String, String> groups = this.units.groups()
			.stream()
			.collect(Collectors.toMap(UnitGroup::code, UnitGroup::name));
		return this.units.all()
			.stream()
			.filter((unit) -> !unit.group().isEmpty() && !absent.contains(unit.id()))
			.map((unit) -> participant(unit, groups.getOrDefault(unit.group(), unit.group())))
			.toList();
	}

	private Participant participant(Unit unit, String groupName) {
		Set<String> traits = unit.traits().stream().map(Enum::name).sorted().collect(linked());
		return new Participant(unit.id(), unit.code(), unit.name(), unit.shortName(), unit.group(), groupName, traits);
	}

	Set<Long> absent(long cycle) {
		return new HashSet<>(
				this.jdbc.queryForList("select unit_id from cycle_absence where cycle_id = ?", Long.class, cycle));
	}

	void leaveOut(long cycle, Set<Long> absent) {
		this.jdbc.update("delete from cycle_absence where cycle_id = ?", cycle);
		absent.forEach(
				(unit) -> this.jdbc.update("insert into cycle_absence (cycle_id, unit_id) values (?, ?)", cycle, unit));
	}

	int fix(long cycle) {
		List<Participant> planned = asPlanned(cycle);
		for (int i = 0; i < planned.size(); i++) {
			Participant unit = planned.get(i);
			this.jdbc.update(INSERT, cycle, unit.unit(), i, unit.code(), unit.name(), unit.shortName(), unit.group(),
					unit.groupName(), String.join(",", unit.traits()));
		}
		return planned.size();
	}

	List<Participant> asAnnounced(long cycle) {
		return this.jdbc.query("select * from cycle_participant where cycle_id = ? order by position",
				(row, number) -> read(row), cycle);
	}

	private Participant read(ResultSet row) throws SQLException {
		Set<String> traits = Arrays.stream(row.getString("traits").split(","))
			.filter((trait) -> !trait.isEmpty())
			.collect(linked());
		return new Participant(row.getLong("unit_id"), row.getString("code"), row.getString("name"),
				row.getString("short_name"), row.getString("group_code"), row.getString("group_name"), traits);
	}

	private static java.util.stream.Collector<String, ?, Set<String>> linked() {
		return Collectors.toCollection(LinkedHashSet::new);
	}

}

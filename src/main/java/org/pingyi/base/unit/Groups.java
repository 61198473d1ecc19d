package org.pingyi.base.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the rows of groups and of who belongs to them. */
@Repository
class Groups {

	private static final String MEMBERSHIPS = """
			select g.code as "group", g.name as group_name, m.from_day as "from", m.until_day as until
			from unit_membership m join unit_group g on g.id = m.group_id where m.unit_id = ?
			order by m.from_day desc
			""";

	private final JdbcClient jdbc;

	Groups(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<UnitGroup> all() {
		return this.jdbc.sql("select * from unit_group order by position, id").query(UnitGroup.class).list();
	}

	Optional<UnitGroup> byCode(String code) {
		return this.jdbc.sql("select * from unit_group where code = ?").param(code).query(UnitGroup.class).optional();
	}

	long insert(String code, String name) {
		return this.jdbc
			.sql("insert into unit_group (code, name, position) "
					+ "select ?, ?, coalesce(max(position), 0) + 1 from unit_group returning id")
			.params(code, name)
			.query(Long.class)
			.single();
	}

	void rename(long id, String name) {
		this.jdbc.sql("update unit_group set name = ? where id = ?").params(name, id).update();
	}

	List<Membership> memberships(long unit) {
		return this.jdbc.sql(MEMBERSHIPS)
			.param(unit)
			.query((row, number) -> new Membership(row.getString("group"), row.getString("group_name"),
					row.getObject("from", LocalDate.class), row.getObject("until", LocalDate.class)))
			.list();
	}

	void join(long unit, long group, LocalDate from) {
		this.jdbc.sql("insert into unit_membership (unit_id, group_id, from_day) values (?, ?, ?)")
			.params(unit, group, from)
			.update();
	}

	/** Ends a unit's open membership on a day that is after its first. */
	void leave(long unit, LocalDate day) {
		this.jdbc.sql("update unit_membership set until_day = ? where unit_id = ? and until_day is null")
			.params(day, unit)
			.update();
	}

	/** Puts the unit's open membership right: another group from the same first day. */
	void correct(long unit, long group) {
		this.jdbc.sql("update unit_membership set group_id = ? where unit_id = ? and until_day is null")
			.params(group, unit)
			.update();
	}

}

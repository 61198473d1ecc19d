package org.pingyi.base.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the rows of units. */
@Repository
class Register {

	private static final String UNITS = """
			select u.*, g.code as group_code, g.position
			from unit_unit u
			left join unit_membership m on m.unit_id = u.id
				and daterange(m.from_day, m.until_day) @> cast(:today as date)
			left join unit_group g on g.id = m.group_id
			""";

	private static final String EXPORT = """
			select u.code, u.name, u.short_name, coalesce(g.name, ''),
				case when u.at_window then '是' else '否' end, case when u.vertical then '是' else '否' end,
				case when u.awards then '是' else '否' end, coalesce(m.from_day::text, ''),
				coalesce(u.services, '')
			from unit_unit u
			left join unit_membership m on m.unit_id = u.id
				and daterange(m.from_day, m.until_day) @> cast(:today as date)
			left join unit_group g on g.id = m.group_id
			where u.closed_on is null or u.closed_on > :today
			order by g.position nulls last, u.name collate "zh-x-icu"
			""";

	private static final String MATCHES = """
			where (u.closed_on is null or u.closed_on > :today) <> :closed
			and (:group = '' or g.code = :group)
			and (:text = '' or position(lower(:text) in lower(u.name)) > 0
				or position(lower(:text) in lower(u.short_name)) > 0
				or position(lower(:text) in lower(u.code)) > 0)
			""";

	/** Names in the order of their pinyin. */
	private static final String ORDER = " order by g.position nulls last, u.name collate \"zh-x-icu\", u.code ";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final SuggestedServices suggested;

	Register(JdbcClient jdbc, Clock clock, SuggestedServices suggested) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.suggested = suggested;
	}

	List<Unit> search(UnitQuery query, int limit, long offset) {
		return bind(UNITS + MATCHES + ORDER + "limit :limit offset :offset", query).param("limit", limit)
			.param("offset", offset)
			.query(this::unit)
			.list();
	}

	long count(UnitQuery query) {
		return bind("select count(*) from (" + UNITS + MATCHES + ")", query).query(Long.class).single();
	}

	Optional<Unit> byCode(String code) {
		return this.jdbc.sql(UNITS + "where u.code = :code")
			.param("today", today())
			.param("code", code)
			.query(this::unit)
			.optional();
	}

	Optional<Unit> byId(long id) {
		return this.jdbc.sql(UNITS + "where u.id = :id")
			.param("today", today())
			.param("id", id)
			.query(this::unit)
			.optional();
	}

	/** Makes other changes of a unit wait until this transaction ends. */
	void lock(long unit) {
		this.jdbc.sql("select id from unit_unit where id = ? for update").param(unit).query(Long.class).single();
	}

	Optional<LocalDate> closedOn(long unit) {
		return this.jdbc.sql("select closed_on from unit_unit where id = ? and closed_on is not null")
			.param(unit)
			.query(LocalDate.class)
			.optional();
	}

	/** Every code that is taken, by closed units too. */
	Set<String> codes() {
		return this.jdbc.sql("select code from unit_unit").query(String.class).set();
	}

	/** Every name that is taken, by closed units too. */
	Set<String> names() {
		return this.jdbc.sql("select name from unit_unit").query(String.class).set();
	}

	/** The units that are not closed, in the columns of {@link UnitColumn}. */
	List<List<String>> export() {
		return this.jdbc.sql(EXPORT).param("today", today()).query((row, number) -> texts(row)).list();
	}

	long insert(NewUnit unit) {
		return this.jdbc
			.sql("insert into unit_unit (code, name, short_name, services, at_window, vertical, awards) "
					+ "values (?, ?, ?, nullif(?, ''), ?, ?, ?) returning id")
			.param(unit.code())
			.param(unit.name())
			.param(unit.shortName())
			.param(ServiceWords.of(unit.services()))
			.params(flags(unit.traits()))
			.query(Long.class)
			.single();
	}

	void update(long id, UnitChange change) {
		this.jdbc
			.sql("update unit_unit set name = ?, short_name = ?, services = ?, at_window = ?, vertical = ?, awards = ? "
					+ "where id = ?")
			.param(change.name())
			.param(change.shortName())
			.param(ServiceWords.of(change.services()))
			.params(flags(change.traits()))
			.param(id)
			.update();
	}

	void close(long id, LocalDate day) {
		this.jdbc.sql("update unit_unit set closed_on = ? where id = ?").params(day, id).update();
	}

	private JdbcClient.StatementSpec bind(String sql, UnitQuery query) {
		return this.jdbc.sql(sql)
			.param("today", today())
			.param("closed", query.closed())
			.param("group", query.group())
			.param("text", query.text());
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static List<Object> flags(Set<Trait> traits) {
		return List.of(traits.contains(Trait.WINDOW), traits.contains(Trait.VERTICAL), traits.contains(Trait.AWARDS));
	}

	private static List<String> texts(ResultSet row) throws SQLException {
		List<String> texts = new ArrayList<>();
		for (UnitColumn column : UnitColumn.values()) {
			texts.add(String.valueOf(row.getString(column.ordinal() + 1)));
		}
		return texts;
	}

	private Unit unit(ResultSet row, int number) throws SQLException {
		String group = row.getString("group_code");
		String name = row.getString("name");
		String services = row.getString("services");
		return new Unit(row.getLong("id"), row.getString("code"), name, row.getString("short_name"),
				(group != null) ? group : "", (services != null) ? services : this.suggested.of(name), traits(row));
	}

	private static Set<Trait> traits(ResultSet row) throws SQLException {
		Set<Trait> traits = EnumSet.noneOf(Trait.class);
		if (row.getBoolean("at_window")) {
			traits.add(Trait.WINDOW);
		}
		if (row.getBoolean("vertical")) {
			traits.add(Trait.VERTICAL);
		}
		if (row.getBoolean("awards")) {
			traits.add(Trait.AWARDS);
		}
		return traits;
	}

}

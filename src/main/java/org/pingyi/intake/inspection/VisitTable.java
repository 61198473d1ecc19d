package org.pingyi.intake.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of visits. */
@Repository
class VisitTable {

	private static final String SELECT = """
			select v.*, case when cancelled then 'CANCELLED' when submitted_on is not null then 'SUBMITTED'
				when exists (select 1 from inspection_draft d where d.visit_id = v.id) then 'IN_PROGRESS'
				else 'PLANNED' end state,
				(select count(*) from inspection_finding f where f.visit_id = v.id) findings,
				(select count(*) from inspection_finding f where f.visit_id = v.id
					and exists (select 1 from inspection_answer a where a.finding_id = f.id)) answered
			from inspection_visit v""";

	private static final String OF_CYCLE = "from (" + SELECT + ") visit where cycle_id = :cycle"
			+ " and (:state = '' or state = :state) ";

	private final JdbcClient jdbc;

	private final Units units;

	VisitTable(JdbcClient jdbc, Units units) {
		this.jdbc = jdbc;
		this.units = units;
	}

	/**
	 * @param state "" for every state
	 */
	List<Visit> page(long cycle, String state, Pageable page) {
		Map<Long, Unit> known = known();
		return this.jdbc.sql("select * " + OF_CYCLE + "order by planned_on, id limit :limit offset :offset")
			.param("cycle", cycle)
			.param("state", state)
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query((row, number) -> visit(row, known))
			.list();
	}

	long count(long cycle, String state) {
		return this.jdbc.sql("select count(*) " + OF_CYCLE)
			.param("cycle", cycle)
			.param("state", state)
			.query(Long.class)
			.single();
	}

	/** The visits of an inspector that were not taken back: open ones first, by day. */
	List<Visit> of(long cycle, String inspector) {
		Map<Long, Unit> known = known();
		return this.jdbc
			.sql(SELECT + " where cycle_id = ? and inspector = ? and not cancelled "
					+ "order by submitted_on is not null, planned_on, id")
			.params(cycle, inspector)
			.query((row, number) -> visit(row, known))
			.list();
	}

	Optional<Visit> byId(long id) {
		return this.jdbc.sql(SELECT + " where id = ?")
			.params(id)
			.query((row, number) -> visit(row, Map.of()))
			.optional();
	}

	/** Units of a cycle that have a visit. */
	List<Long> visited(long cycle) {
		return this.jdbc.sql("select distinct unit_id from inspection_visit where cycle_id = ? and not cancelled")
			.params(cycle)
			.query(Long.class)
			.list();
	}

	long add(long cycle, Unit unit, String inspector, LocalDate plannedOn) {
		try {
			return this.jdbc
				.sql("insert into inspection_visit (cycle_id, unit_id, inspector, planned_on) values (?, ?, ?, ?) "
						+ "returning id")
				.params(cycle, unit.id(), inspector, plannedOn)
				.query(Long.class)
				.single();
		}
		catch (DuplicateKeyException ex) {
			throw Refusal.conflict("inspection.alreadyAssigned", unit.name(), plannedOn.toString());
		}
	}

	/** Keeps everybody else from changing this visit until the transaction ends. */
	void lock(long id) {
		this.jdbc.sql("select id from inspection_visit where id = ? for update")
			.params(id)
			.query(Long.class)
			.optional();
	}

	void cancel(long id) {
		this.jdbc.sql("update inspection_visit set cancelled = true where id = ?").params(id).update();
	}

	void submit(long id, LocalDate day) {
		this.jdbc.sql("update inspection_visit set submitted_on = ? where id = ?").params(day, id).update();
	}

	private Map<Long, Unit> known() {
		return this.units.all().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
	}

	private Visit visit(ResultSet row, Map<Long, Unit> known) throws SQLException {
		@Nullable Unit unit = known.get(row.getLong("unit_id"));
		return new Visit(row.getLong("id"), row.getLong("cycle_id"),
				(unit != null) ? unit : this.units.byId(row.getLong("unit_id")).orElseThrow(),
				row.getString("inspector"), row.getObject("planned_on", LocalDate.class),
				Visit.State.valueOf(row.getString("state")), row.getObject("submitted_on", LocalDate.class),
				row.getInt("findings"), row.getInt("answered"));
	}

}

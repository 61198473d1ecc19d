package org.pingyi.intake.hotline;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of hotline cases and of the steps taken about them. */
@Repository
class CaseStore {

	private static final String FILTER = """
			from hotline_case where cycle_id = :cycle
				and (cast(:state as text) is null or state = :state)
				and (cast(:unit as bigint) is null or unit_id = :unit)
			""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	CaseStore(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** How many of the cases were new. */
	int insert(long cycle, List<HotlineCase.Details> cases, String by, Instant at) {
		int[][] counts = this.batches.batchUpdate("""
				insert into hotline_case (cycle_id, number, called_on, unit_id, category, content, handling, closed_on,
					imported_by, imported_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (cycle_id, number) do nothing
				""", cases, 500, (statement, one) -> {
			statement.setLong(1, cycle);
			statement.setString(2, one.number());
			statement.setDate(3, Date.valueOf(one.calledOn()));
			statement.setLong(4, one.unit());
			statement.setString(5, one.category());
			statement.setString(6, one.content());
			statement.setString(7, one.handling());
			statement.setDate(8, (one.closedOn() != null) ? Date.valueOf(one.closedOn()) : null);
			statement.setString(9, by);
			statement.setTimestamp(10, Timestamp.from(at));
		});
		return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
	}

	Set<String> numbers(long cycle) {
		return this.jdbc.sql("select number from hotline_case where cycle_id = ?")
			.param(cycle)
			.query(String.class)
			.set();
	}

	/**
	 * Whether the case was in this state until now: of two deciders the row lets one
	 * through.
	 */
	boolean move(HotlineCase from, HotlineCase.State to, @Nullable Long adjustment) {
		return this.jdbc.sql("""
				update hotline_case set state = :to, adjustment_id = :adjustment
				where id = :id and state = :from and adjustment_id is not distinct from cast(:before as bigint)
				""")
			.param("to", to.name())
			.param("adjustment", adjustment)
			.param("id", from.id())
			.param("from", from.state().name())
			.param("before", from.adjustment())
			.update() == 1;
	}

	void append(long hotlineCase, CaseStep step) {
		this.jdbc.sql("insert into hotline_step (case_id, state, taken_by, taken_at, remark) values (?, ?, ?, ?, ?)")
			.params(hotlineCase, step.state().name(), step.by(), Timestamp.from(step.at()), step.remark())
			.update();
	}

	List<CaseStep> steps(long hotlineCase) {
		return this.jdbc.sql("select * from hotline_step where case_id = ? order by id")
			.param(hotlineCase)
			.query((row, number) -> new CaseStep(HotlineCase.State.valueOf(row.getString("state")),
					row.getString("taken_by"), row.getTimestamp("taken_at").toInstant(), row.getString("remark")))
			.list();
	}

	Optional<HotlineCase> find(long id) {
		return this.jdbc.sql("select * from hotline_case where id = ?").param(id).query(CaseStore::read).optional();
	}

	Page<HotlineCase> search(long cycle, CaseFilter filter, Pageable page) {
		long total = ask("select count(*) " + FILTER, cycle, filter).query(Long.class).single();
		List<HotlineCase> rows = ask(
				"select * " + FILTER + "order by called_on desc, id desc limit :limit offset :offset", cycle, filter)
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(CaseStore::read)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	private JdbcClient.StatementSpec ask(String sql, long cycle, CaseFilter filter) {
		return this.jdbc.sql(sql)
			.param("cycle", cycle)
			.param("state", (filter.state() != null) ? filter.state().name() : null)
			.param("unit", filter.unit());
	}

	private static HotlineCase read(ResultSet row, int number) throws SQLException {
		return new HotlineCase(row.getLong("id"), row.getLong("cycle_id"), details(row),
				HotlineCase.State.valueOf(row.getString("state")), row.getObject("adjustment_id", Long.class),
				row.getString("imported_by"), row.getTimestamp("imported_at").toInstant());
	}

	private static HotlineCase.Details details(ResultSet row) throws SQLException {
		return new HotlineCase.Details(row.getString("number"), row.getObject("called_on", LocalDate.class),
				row.getLong("unit_id"), row.getString("category"), row.getString("content"), row.getString("handling"),
				row.getObject("closed_on", LocalDate.class));
	}

}

package org.pingyi.outcome.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.pingyi.intake.ballot.WrittenOpinion;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of rectifications and of the steps taken about them. */
@Repository
class RectificationStore {

	private static final String FILTER = """
			from feedback_rectification where cycle_id = :cycle
				and (cast(:state as text) is null or state = :state)
				and (cast(:unit as bigint) is null or unit_id = :unit)
				and (not :overdue or (state = 'SENT' and deadline < :today))
			""";

	private static final String PROGRESS = """
			select unit_id, count(*) as sent,
				count(*) filter (where state = 'ANSWERED') as answered,
				count(*) filter (where state = 'MENDED') as mended,
				count(*) filter (where state = 'SENT' and deadline < ?) as overdue
			from feedback_rectification where cycle_id = ? group by unit_id
			""";

	private final JdbcClient jdbc;

	RectificationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Empty when the opinion was sent already. */
	Optional<Long> insert(long cycle, WrittenOpinion opinion, String words, boolean summarised,
			RectificationStep sent) {
		return this.jdbc.sql("""
				insert into feedback_rectification (cycle_id, unit_id, opinion_id, words, summarised, deadline, sent_by,
					sent_at)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (opinion_id) do nothing returning id
				""")
			.params(cycle, opinion.unit(), opinion.id(), words, summarised, sent.deadline(), sent.by(),
					Timestamp.from(sent.at()))
			.query(Long.class)
			.optional();
	}

	/** Whether it was in this state until now: of two people the row lets one through. */
	boolean move(long rectification, Rectification.State from, RectificationStep step) {
		return this.jdbc.sql("update feedback_rectification set state = ?, deadline = ? where id = ? and state = ?")
			.params(step.state().name(), step.deadline(), rectification, from.name())
			.update() == 1;
	}

	void append(long rectification, RectificationStep step) {
		this.jdbc.sql("""
				insert into feedback_step (rectification_id, state, taken_by, taken_at, remark, deadline)
				values (?, ?, ?, ?, ?, ?)
				""")
			.params(rectification, step.state().name(), step.by(), Timestamp.from(step.at()), step.remark(),
					step.deadline())
			.update();
	}

	List<RectificationStep> steps(long rectification) {
		return this.jdbc.sql("select * from feedback_step where rectification_id = ? order by id")
			.param(rectification)
			.query((row, number) -> new RectificationStep(state(row), row.getString("taken_by"),
					row.getTimestamp("taken_at").toInstant(), row.getString("remark"),
					row.getObject("deadline", LocalDate.class)))
			.list();
	}

	Optional<Rectification> find(long id) {
		return this.jdbc.sql("select * from feedback_rectification where id = ?")
			.param(id)
			.query(RectificationStore::read)
			.optional();
	}

	/** The rectifications of a unit by the number of their opinion. */
	Map<UUID, Rectification> byOpinion(long cycle, long unit) {
		Map<UUID, Rectification> found = new HashMap<>();
		this.jdbc.sql("select * from feedback_rectification where cycle_id = ? and unit_id = ?")
			.params(cycle, unit)
			.query((row) -> {
				found.put(row.getObject("opinion_id", UUID.class), read(row, 0));
			});
		return found;
	}

	Map<Long, Progress> progress(long cycle, LocalDate today) {
		Map<Long, Progress> found = new HashMap<>();
		this.jdbc.sql(PROGRESS).params(today, cycle).query((row) -> {
			long unit = row.getLong("unit_id");
			found.put(unit, new Progress(unit, 0, row.getLong("sent"), row.getLong("answered"), row.getLong("mended"),
					row.getLong("overdue")));
		});
		return found;
	}

	Page<Rectification> search(long cycle, RectificationFilter filter, LocalDate today, Pageable page) {
		long total = ask("select count(*) " + FILTER, cycle, filter, today).query(Long.class).single();
		List<Rectification> rows = ask("select * " + FILTER + "order by deadline, id limit :limit offset :offset",
				cycle, filter, today)
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(RectificationStore::read)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	private JdbcClient.StatementSpec ask(String sql, long cycle, RectificationFilter filter, LocalDate today) {
		return this.jdbc.sql(sql)
			.param("cycle", cycle)
			.param("state", (filter.state() != null) ? filter.state().name() : null)
			.param("unit", filter.unit())
			.param("overdue", filter.overdue())
			.param("today", today);
	}

	private static Rectification read(ResultSet row, int number) throws SQLException {
		return new Rectification(row.getLong("id"), row.getLong("cycle_id"), row.getLong("unit_id"),
				row.getString("words"), row.getBoolean("summarised"), row.getObject("deadline", LocalDate.class),
				state(row), row.getString("sent_by"), row.getTimestamp("sent_at").toInstant());
	}

	private static Rectification.State state(ResultSet row) throws SQLException {
		return Rectification.State.valueOf(row.getString("state"));
	}

}

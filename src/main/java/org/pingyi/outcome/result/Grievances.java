package org.pingyi.outcome.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps objections and decisions; both are only ever appended. */
@Component
class Grievances {

	private static final String OBJECTION = """
			select o.*, r.number, d.upheld, d.reason as decision, d.decided_at, d.decided_by
			from result_objection o
			join result_run r on r.id = o.run_id
			left join result_decision d on d.objection_id = o.id
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Grievances(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	long append(Run run, String unit, String line, String reason) {
		return this.jdbc.sql("""
				insert into result_objection (cycle_id, run_id, unit, line, reason, filed_at, filed_by)
				values (?, ?, ?, ?, ?, ?, ?) returning id
				""")
			.params(run.cycle(), run.id(), unit, line, reason, now(), Actor.current().name())
			.query(Long.class)
			.single();
	}

	/** Decides an objection; the newest run is the one that a later one must replace. */
	void decide(long objection, boolean upheld, String reason) {
		this.jdbc.sql("""
				insert into result_decision (objection_id, upheld, reason, run_id, decided_at, decided_by)
				select o.id, ?, ?, (select max(r.id) from result_run r where r.cycle_id = o.cycle_id), ?, ?
				from result_objection o where o.id = ?
				""").params(upheld, reason, now(), Actor.current().name(), objection).update();
	}

	Optional<Objection> byId(long objection) {
		return this.jdbc.sql(OBJECTION + "where o.id = ?").param(objection).query(Grievances::objection).optional();
	}

	/** The objections of a cycle, open ones first, each in the order they came in. */
	List<Objection> of(long cycle) {
		return this.jdbc.sql(OBJECTION + "where o.cycle_id = ? order by d.objection_id is not null, o.id")
			.param(cycle)
			.query(Grievances::objection)
			.list();
	}

	/**
	 * Refuses while an objection is open, or was upheld and nothing was counted since.
	 */
	void requireSettled(Cycle cycle) {
		long open = of(cycle.id()).stream().filter(Objection::open).count();
		if (open > 0) {
			throw Refusal.conflict("result.objectionsOpen", open);
		}
		if (upheldSinceLastRun(cycle.id())) {
			throw Refusal.conflict("result.upheldNotCounted");
		}
	}

	private boolean upheldSinceLastRun(long cycle) {
		return this.jdbc.sql("""
				select exists (select from result_decision
				where upheld and run_id = (select max(id) from result_run where cycle_id = ?))
				""").param(cycle).query(Boolean.class).single();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static Objection objection(ResultSet row, int number) throws SQLException {
		return new Objection(row.getLong("id"), row.getLong("cycle_id"), row.getInt("number"), row.getString("unit"),
				row.getString("line"), row.getString("reason"), row.getTimestamp("filed_at").toInstant(),
				row.getString("filed_by"), decision(row));
	}

	private static Objection.@Nullable Decision decision(ResultSet row) throws SQLException {
		if (row.getTimestamp("decided_at") == null) {
			return null;
		}
		return new Objection.Decision(row.getBoolean("upheld"), row.getString("decision"),
				row.getTimestamp("decided_at").toInstant(), row.getString("decided_by"));
	}

}

package org.pingyi.rules.cycle;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.pingyi.base.audit.Actor;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What happened in a cycle and is never changed: its steps, and the units'
 * acknowledgements.
 */
@Component
class CycleLedger {

	private final JdbcTemplate jdbc;

	private final Clock clock;

	CycleLedger(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void append(long cycle, Phase phase) {
		this.jdbc.update("""
				insert into cycle_step (cycle_id, phase, taken_at, taken_by) values (?, ?, ?, ?)
				on conflict do nothing
				""", cycle, phase.name(), now(), Actor.current().name());
	}

	List<Step> steps(long cycle) {
		return this.jdbc.query("select * from cycle_step where cycle_id = ? order by taken_at",
				(row, number) -> new Step(Phase.valueOf(row.getString("phase")),
						row.getTimestamp("taken_at").toInstant(), row.getString("taken_by")),
				cycle);
	}

	boolean acknowledge(long cycle, long unit) {
		return this.jdbc.update("""
				insert into cycle_acknowledgement (cycle_id, unit_id, acknowledged_at, acknowledged_by)
				values (?, ?, ?, ?) on conflict do nothing
				""", cycle, unit, now(), Actor.current().name()) == 1;
	}

	List<Acknowledgement> acknowledgements(long cycle) {
		return this.jdbc.query("select * from cycle_acknowledgement where cycle_id = ?",
				(row, number) -> new Acknowledgement(row.getLong("unit_id"),
						row.getTimestamp("acknowledged_at").toInstant(), row.getString("acknowledged_by")),
				cycle);
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}

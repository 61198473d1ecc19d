package org.pingyi.rules.cycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.pingyi.Samples;
import org.pingyi.Superuser;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Cycles that pause between the look at the phase and whatever the caller's statement
 * does next.
 */
@Samples
public class PausedCycles {

	private static final String PAUSED = """
			create or replace function cycle_takes_ballots(cycle bigint, day date) returns boolean language plpgsql as $$
			declare
				open boolean := (select phase = 'OPENED' from cycle_cycle where id = cycle);
			begin
				%s
				perform pg_advisory_xact_lock_shared(%d);
				return open;
			end $$""";

	private static final String HOLD = "perform 1 from cycle_cycle where id = cycle for share;";

	private static final int GATE = 20_261_231;

	private final DataSource source;

	private final JdbcTemplate jdbc;

	PausedCycles(DataSource source, Superuser superuser) {
		this.source = source;
		this.jdbc = superuser.jdbc();
	}

	/** What happens while callers pause: they go on when it is closed. */
	public final class Pause implements AutoCloseable {

		private final String before;

		private final Connection gate;

		private Pause(String hold) throws SQLException {
			this.before = PausedCycles.this.jdbc
				.queryForObject("select pg_get_functiondef('cycle_takes_ballots'::regproc)", String.class);
			this.gate = PausedCycles.this.source.getConnection();
			try (Statement statement = this.gate.createStatement()) {
				statement.execute("select pg_advisory_lock(" + GATE + ")");
			}
			PausedCycles.this.jdbc.execute(PAUSED.formatted(hold, GATE));
		}

		/** Whether somebody has looked and pauses. */
		public boolean isReached() {
			return PausedCycles.this.jdbc.queryForObject(
					"select count(*) from pg_locks where locktype = 'advisory' and not granted and objid = ?",
					Long.class, GATE) > 0;
		}

		/** Lets all go on. */
		public void end() throws SQLException {
			try (Statement statement = this.gate.createStatement()) {
				statement.execute("select pg_advisory_unlock_all()");
			}
		}

		@Override
		public void close() throws SQLException {
			end();
			this.gate.close();
			PausedCycles.this.jdbc.execute(this.before);
		}

	}

	/** As they are: the phase is held during the pause. */
	public Pause holding() throws SQLException {
		return new Pause(HOLD);
	}

	/** For the positive control: with a look instead of a hold. */
	public Pause looking() throws SQLException {
		return new Pause("");
	}

}

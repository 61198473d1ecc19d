package org.pingyi.rules.cycle;

import java.time.LocalDate;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Holds a cycle against every step until the caller's transaction ends; shared by all who
 * hold it.
 */
@Component
class CycleLocks {

	private final JdbcTemplate jdbc;

	CycleLocks(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void hold(long cycle) {
		this.jdbc.query("select 1 from cycle_cycle where id = ? for share", (row) -> {
		}, cycle);
	}

	/** Holds it, and tells whether it takes ballots on a day. */
	boolean holdOpen(long cycle, LocalDate day) {
		return this.jdbc.queryForList("select cycle_takes_ballots(?, ?)", Boolean.class, cycle, day)
			.contains(Boolean.TRUE);
	}

}

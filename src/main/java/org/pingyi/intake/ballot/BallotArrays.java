package org.pingyi.intake.ballot;

import java.sql.Array;
import java.sql.Connection;
import java.util.List;
import java.util.function.Function;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes the arrays that carry many rows into one statement. */
@Component
class BallotArrays {

	private final JdbcTemplate jdbc;

	BallotArrays(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** One property of each, as an array of a type of PostgreSQL. */
	<T> Array of(String type, List<T> values, Function<T, Object> property) {
		return this.jdbc.execute((Connection connection) -> connection.createArrayOf(type,
				values.stream()
					.map(property)
					.toArray((size) -> "bytea".equals(type) ? new byte[size][] : new Object[size])));
	}

}

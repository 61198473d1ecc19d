package org.pingyi.intake.ballot.log;

import java.sql.Array;
import java.sql.Connection;
import java.util.List;
import java.util.function.Function;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes the arrays that carry many rows into one statement of plain JDBC (decision 0010).
 */
@Component
public class BallotArrays {

	private final JdbcTemplate jdbc;

	BallotArrays(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** One property of each, as an array of a type of PostgreSQL. */
	public <T> Array of(String type, List<T> values, Function<T, Object> property) {
		Object[] array = values.stream().map(property).toArray((size) -> empty(type, size));
		return this.jdbc.execute((Connection connection) -> connection.createArrayOf(type, array));
	}

	/** Of a class that the driver sends as it is, and not as text. */
	private static Object[] empty(String type, int size) {
		return switch (type) {
			case "bytea" -> new byte[size][];
			case "bigint" -> new Long[size];
			case "int" -> new Integer[size];
			case "text" -> new String[size];
			default -> new Object[size];
		};
	}

}

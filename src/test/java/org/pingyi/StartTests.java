package org.pingyi;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The application starts on a real PostgreSQL. */
@PingyiTest
class StartTests {

	private final JdbcTemplate jdbc;

	StartTests(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Test
	void startsOnPostgres18() {
		assertThat(this.jdbc.queryForObject("show server_version", String.class)).startsWith("18");
	}

}

package org.pingyi.base.startup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.pingyi.DatabaseRoles;
import org.pingyi.PingyiTest;

import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever has the application's role gives that role settings for its next connections.
 */
@PingyiTest
class RoleCheckTests {

	private final JdbcTemplate jdbc;

	private final HikariDataSource pool;

	RoleCheckTests(JdbcTemplate jdbc, DataSource pool) throws SQLException {
		this.jdbc = jdbc;
		this.pool = pool.unwrap(HikariDataSource.class);
	}

	private void alter(String setting) {
		this.jdbc.execute("alter role %s in database %s %s".formatted(DatabaseRoles.APPLICATION,
				this.jdbc.queryForObject("select current_database()", String.class), setting));
	}

	@AfterEach
	void forget() {
		alter("reset all");
	}

	@Test
	void isNotReadyWhileTheRoleHasSettings() {
		RoleCheck check = new RoleCheck(new ApplicationRole(this.jdbc));
		assertThat(check.health().getStatus()).isEqualTo(Status.UP);
		alter("set search_path = pg_catalog");
		alter("set synchronous_commit = off");
		check.check();
		assertThat(check.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(check.health().getDetails()).containsEntry("settings", List.of("search_path", "synchronous_commit"));
		assertThat(new RoleCheck(new ApplicationRole(this.jdbc)).health().getStatus()).as("from the start")
			.isEqualTo(Status.DOWN);
		alter("reset all");
		check.check();
		assertThat(check.health().getStatus()).isEqualTo(Status.UP);
	}

	/** The control is a connection that says nothing of its own. */
	@Test
	void connectsWithItsOwnSettingsWhateverTheRoleHas() throws SQLException {
		alter("set search_path = pg_catalog");
		alter("set synchronous_commit = off");
		try (Connection bare = DriverManager.getConnection(this.pool.getJdbcUrl(), this.pool.getUsername(),
				this.pool.getPassword())) {
			assertThat(settings(new JdbcTemplate(new SingleConnectionDataSource(bare, true))))
				.containsExactly("pg_catalog", "off");
		}
		HikariConfig fresh = new HikariConfig();
		this.pool.copyStateTo(fresh);
		fresh.setPoolName("role-check");
		fresh.setMaximumPoolSize(1);
		try (HikariDataSource own = new HikariDataSource(fresh)) {
			assertThat(settings(new JdbcTemplate(own))).containsExactly("public,pg_temp", "on");
		}
	}

	private static List<String> settings(JdbcTemplate jdbc) {
		return jdbc.queryForList("""
				select setting from pg_settings where name in ('search_path', 'synchronous_commit') order by name""",
				String.class);
	}

}

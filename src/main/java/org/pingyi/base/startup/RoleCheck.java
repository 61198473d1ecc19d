package org.pingyi.base.startup;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the start and every minute whether the application's role has settings of its
 * own in the database. Every role may give itself some, which then hold for each new
 * connection: another search path, no waiting for the disk. None are expected; what a
 * city wants to set it sets for the database, as its owner. JDBC, because what a role has
 * is nobody's entity.
 */
@Component("databaseRoleHealthIndicator")
@DependsOnDatabaseInitialization
class RoleCheck implements HealthIndicator {

	private static final Logger logger = LoggerFactory.getLogger(RoleCheck.class);

	/** Their names alone: a value may be anything. */
	private static final String SETTINGS = """
			select pg_catalog.split_part(setting, '=', 1)
			from pg_catalog.pg_db_role_setting, pg_catalog.unnest(setconfig) setting
			where setrole = (select oid from pg_catalog.pg_roles where rolname = current_user) and setdatabase in
				(0, (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()))
			order by 1""";

	private static final String LARGE_OBJECTS = """
			select pg_catalog.has_function_privilege('pg_catalog.lo_create(oid)', 'EXECUTE')""";

	private final JdbcTemplate jdbc;

	private volatile List<String> settings = List.of();

	RoleCheck(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		if (Boolean.TRUE.equals(jdbc.queryForObject(LARGE_OBJECTS, Boolean.class))) {
			logger.warn("The application's role may make large objects, which it never does; "
					+ "a superuser takes that away as src/main/docker/roles.sql does");
		}
		check();
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	final void check() {
		List<String> found = this.jdbc.queryForList(SETTINGS, String.class);
		if (!found.equals(this.settings)) {
			logger.error("Settings of the application's role in the database: {}",
					found.isEmpty() ? "none any more" : found);
		}
		this.settings = List.copyOf(found);
	}

	@Override
	public Health health() {
		List<String> now = this.settings;
		return now.isEmpty() ? Health.up().build() : Health.down().withDetail("settings", now).build();
	}

}

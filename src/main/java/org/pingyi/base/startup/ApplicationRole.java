package org.pingyi.base.startup;

import java.util.List;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The application's role in the database. One that may change what is only appended is
 * refused: whoever got hold of the application could rewrite the trail. JDBC, because
 * what a role may do and has is nobody's entity.
 */
@Component
@DependsOnDatabaseInitialization
class ApplicationRole {

	private static final String CHANGES_THE_TRAIL = """
			select pg_has_role(current_user, relowner, 'MEMBER')
				or has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
			from pg_class where oid = 'public.audit_entry'::regclass""";

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

	ApplicationRole(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		if (Boolean.TRUE.equals(jdbc.queryForObject(CHANGES_THE_TRAIL, Boolean.class))) {
			throw new StartupRefused(List.of(new Shortcoming(
					"The application's role in the database may change the trail, because it owns the tables or is a superuser.",
					"Give the application a role of its own beside the owner's, as README says under \"In production\".")));
		}
	}

	/** The names of the settings that the role has of its own. */
	List<String> settings() {
		return this.jdbc.queryForList(SETTINGS, String.class);
	}

	boolean makesLargeObjects() {
		return Boolean.TRUE.equals(this.jdbc.queryForObject(LARGE_OBJECTS, Boolean.class));
	}

}

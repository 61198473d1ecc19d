package org.pingyi.base.startup;

import java.util.List;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Refuses a role in the database that may change what is only appended: whoever got hold
 * of the application could rewrite the trail. JDBC, because what a role may do is
 * nobody's entity.
 */
@Component
@DependsOnDatabaseInitialization
class ApplicationRole {

	private static final String CHANGES_THE_TRAIL = """
			select pg_has_role(current_user, relowner, 'MEMBER')
				or has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
			from pg_class where oid = 'public.audit_entry'::regclass""";

	ApplicationRole(JdbcTemplate jdbc) {
		if (Boolean.TRUE.equals(jdbc.queryForObject(CHANGES_THE_TRAIL, Boolean.class))) {
			throw new StartupRefused(List.of(new Shortcoming(
					"The application's role in the database may change the trail, because it owns the tables or is a superuser.",
					"Give the application a role of its own beside the owner's, as README says under \"In production\".")));
		}
	}

}

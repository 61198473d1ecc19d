package org.pingyi;

import java.util.List;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.pingyi.rules.cycle.CycleOpened;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Empties every table and resets the clock before each test. */
class EmptyTables implements BeforeEachCallback {

	private static final String TABLES = """
			select quote_ident(tablename) from pg_tables
			where schemaname = 'public' and tablename <> 'flyway_schema_history'
			""";

	@Override
	public void beforeEach(ExtensionContext context) {
		ApplicationContext application = SpringExtension.getApplicationContext(context);
		application.getBean(TestClock.class).reset();
		JdbcTemplate jdbc = application.getBean(Superuser.class).jdbc();
		List<String> tables = jdbc.queryForList(TABLES, String.class);
		if (!tables.isEmpty()) {
			jdbc.execute("truncate " + String.join(", ", tables) + " restart identity cascade");
		}
		// What was kept about a year of the same number is forgotten.
		application.publishEvent(new CycleOpened(0));
	}

}

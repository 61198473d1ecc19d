package org.pingyi;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What the database refuses to store stands in no message, and so in no log. */
@PingyiTest
class DatabaseMessagesTests {

	private static final String INSERT = "insert into web_form_key (key, used_at) values (cast(? as uuid), now())";

	private final DataSource database;

	private final JdbcConnectionDetails details;

	DatabaseMessagesTests(DataSource database, JdbcConnectionDetails details) {
		this.database = database;
		this.details = details;
	}

	@Test
	void sayNothingOfValues() {
		String value = UUID.randomUUID().toString();
		assertThat(storedTwice(this.database, value)).contains("web_form_key_pkey").doesNotContain(value);
	}

	/** The positive control: so it is without the setting. */
	@Test
	void wouldSayThemOtherwise() {
		String value = UUID.randomUUID().toString();
		DataSource plain = new DriverManagerDataSource(this.details.getJdbcUrl(),
				Objects.requireNonNull(this.details.getUsername()), Objects.requireNonNull(this.details.getPassword()));
		assertThat(storedTwice(plain, value)).contains(value);
	}

	private static String storedTwice(DataSource database, String value) {
		List<Object[]> rows = List.of(new Object[] { value }, new Object[] { value });
		Throwable refused = catchThrowable(() -> new JdbcTemplate(database).batchUpdate(INSERT, rows));
		StringBuilder all = new StringBuilder();
		for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
			all.append(cause);
		}
		return all.toString();
	}

}

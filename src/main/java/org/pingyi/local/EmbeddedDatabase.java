package org.pingyi.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A real PostgreSQL for a machine without one, kept under {@code data/}. A sample city
 * that was not loaded to its end is dropped, so that a half one is never shown.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(LocalEnvironment.LOCAL)
class EmbeddedDatabase {

	private static final Path SERVER = LocalEnvironment.DATA.resolve("postgres");

	private static final String NAME = "pingyi";

	@Bean
	LocalServer localServer() throws IOException {
		return LocalServer.runIn(SERVER, Duration.ofSeconds(30));
	}

	@Bean
	SampleMark sampleMark() {
		return new SampleMark(LocalEnvironment.DATA.resolve("sample-loaded"));
	}

	@Bean
	JdbcConnectionDetails jdbcConnectionDetails(LocalServer server, SampleMark mark) throws SQLException {
		if (!mark.isSet()) {
			recreate(server);
		}
		return new Details(server.url(NAME));
	}

	private static void recreate(LocalServer server) throws SQLException {
		try (Connection connection = DriverManager.getConnection(server.url("postgres"), Details.USER, Details.USER);
				Statement statement = connection.createStatement()) {
			statement.execute("drop database if exists " + NAME + " with (force)");
			statement.execute("create database " + NAME);
		}
	}

	private record Details(String url) implements JdbcConnectionDetails {

		/**
		 * The superuser that the embedded server trusts on 127.0.0.1; it has no password.
		 */
		static final String USER = "postgres";

		@Override
		public String getUsername() {
			return USER;
		}

		@Override
		public String getPassword() {
			return USER;
		}

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

	}

	/** Remembers in a file that the sample city was loaded to its end. */
	record SampleMark(Path file) {

		boolean isSet() {
			return Files.exists(this.file);
		}

		void set() throws IOException {
			Files.writeString(this.file, "The sample city is loaded. Delete the folder data to start anew.\n");
		}

	}

}

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
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
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

	private static final String ROLE = """
			do $$ begin
				if not exists (select from pg_roles where rolname = '%1$s') then
					create role %1$s login;
				end if;
			end $$""".formatted(Application.USER);

	/** As src/main/docker/roles.sql. */
	private static final String LARGE_OBJECTS = """
			revoke execute on function lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea) from public""";

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
		try (Connection connection = DriverManager.getConnection(server.url("postgres"), Owner.USER, Owner.USER);
				Statement statement = connection.createStatement()) {
			if (!mark.isSet()) {
				statement.execute("drop database if exists " + NAME + " with (force)");
				statement.execute("create database " + NAME);
			}
			statement.execute(ROLE);
		}
		try (Connection connection = DriverManager.getConnection(server.url(NAME), Owner.USER, Owner.USER);
				Statement statement = connection.createStatement()) {
			statement.execute(LARGE_OBJECTS);
		}
		return new Application(server.url(NAME));
	}

	@Bean
	FlywayConnectionDetails flywayConnectionDetails(JdbcConnectionDetails application) {
		return new Owner(application.getJdbcUrl());
	}

	/**
	 * Somebody who signs in to the embedded server, which asks for no password on
	 * 127.0.0.1.
	 */
	abstract static class Login {

		private final String user;

		private final String url;

		Login(String user, String url) {
			this.user = user;
			this.url = url;
		}

		public String getUsername() {
			return this.user;
		}

		public String getPassword() {
			return this.user;
		}

		public String getJdbcUrl() {
			return this.url;
		}

	}

	/** The role that may do what the application needs. */
	private static final class Application extends Login implements JdbcConnectionDetails {

		static final String USER = "pingyi_app";

		Application(String url) {
			super(USER, url);
		}

	}

	/** The superuser of the embedded server. */
	private static final class Owner extends Login implements FlywayConnectionDetails {

		static final String USER = "postgres";

		Owner(String url) {
			super(USER, url);
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

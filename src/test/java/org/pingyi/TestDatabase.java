package org.pingyi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * A real PostgreSQL for tests: a container where Docker answers, else an embedded server;
 * one server for the whole run, a fresh database for each context, and fresh key
 * directories.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

	private static final AtomicInteger CONTEXTS = new AtomicInteger();

	@Bean
	JdbcConnectionDetails jdbcConnectionDetails() {
		String name = "context_" + CONTEXTS.incrementAndGet();
		Server server = Server.running();
		server.create(name);
		return new Details(server.url(name), server.user(), server.password());
	}

	/** As fresh as the database that needs the keys, and known before anything starts. */
	@Bean
	static BeanFactoryPostProcessor keyDirectories(ConfigurableEnvironment environment) {
		Path folder = Path.of("target", "keys", UUID.randomUUID().toString());
		environment.getPropertySources()
			.addFirst(new MapPropertySource("keys",
					Map.of("pingyi.keys.directories", folder.resolve("a") + "," + folder.resolve("b"))));
		return (factory) -> {
		};
	}

	private record Details(String url, String user, String password) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return this.user;
		}

		@Override
		public String getPassword() {
			return this.password;
		}

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

	}

	/** The one server of the run. */
	private record Server(String base, String user, String password) {

		private static final Server RUNNING = start();

		static Server running() {
			return RUNNING;
		}

		private static Server start() {
			return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
		}

		private static Server container() {
			PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
			container.start();
			String url = container.getJdbcUrl();
			return new Server(url.substring(0, url.lastIndexOf('/') + 1), container.getUsername(),
					container.getPassword());
		}

		private static Server embedded() {
			try {
				EmbeddedPostgres postgres = EmbeddedPostgres.builder()
					.setLocaleConfig("locale", "C.UTF-8")
					.setServerConfig("max_connections", "300")
					.start();
				Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
				return new Server("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/", "postgres", "postgres");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void close(EmbeddedPostgres postgres) {
			try {
				postgres.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		String url(String database) {
			return this.base + database;
		}

		void create(String database) {
			try (Connection connection = java.sql.DriverManager.getConnection(url("postgres"), this.user,
					this.password); Statement statement = connection.createStatement()) {
				statement.execute("create database " + database);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}

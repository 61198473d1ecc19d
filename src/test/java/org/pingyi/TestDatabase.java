package org.pingyi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A real PostgreSQL for tests: a container where Docker answers, else an embedded server;
 * one server for the whole run, a fresh database for each context, and fresh key
 * directories. As in production its owner migrates it, and the application has the lesser
 * role.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

	private static final AtomicInteger CONTEXTS = new AtomicInteger();

	@Bean
	static Database database() {
		String name = "context_" + CONTEXTS.incrementAndGet();
		Server server = Server.running();
		server.create(name);
		return new Database(server.url(name), server.user(), server.password());
	}

	@Bean
	JdbcConnectionDetails jdbcConnectionDetails(Database database) {
		return new JdbcConnectionDetails() {

			@Override
			public String getUsername() {
				return DatabaseRoles.APPLICATION;
			}

			@Override
			public String getPassword() {
				return DatabaseRoles.password(DatabaseRoles.APPLICATION);
			}

			@Override
			public String getJdbcUrl() {
				return database.url();
			}

		};
	}

	@Bean
	FlywayConnectionDetails flywayConnectionDetails(Database database) {
		return new FlywayConnectionDetails() {

			@Override
			public String getUsername() {
				return DatabaseRoles.OWNER;
			}

			@Override
			public String getPassword() {
				return DatabaseRoles.password(DatabaseRoles.OWNER);
			}

			@Override
			public String getJdbcUrl() {
				return database.url();
			}

		};
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

	@Bean
	static Superuser superuser(Database database, ObjectProvider<DataSource> application,
			ObjectProvider<PlatformTransactionManager> transactions) {
		return new Superuser(database.url(), database.superuser(), database.password(), application, transactions);
	}

	/** The database of one context, and who may do everything in it. */
	record Database(String url, String superuser, String password) {

	}

	/** The one server of the run. */
	private record Server(String base, String user, String password) {

		private static final Server RUNNING = start();

		static Server running() {
			return RUNNING;
		}

		private static Server start() {
			Server server = DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
			DatabaseRoles.creation().forEach((sql) -> server.execute("postgres", sql));
			server.execute("template1", DatabaseRoles.restriction());
			return server;
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
			execute("postgres", DatabaseRoles.database(database));
		}

		private void execute(String database, String sql) {
			try (Connection connection = DriverManager.getConnection(url(database), this.user, this.password);
					Statement statement = connection.createStatement()) {
				statement.execute(sql);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}

package org.pingyi.bench.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.pingyi.DatabaseRoles;

/**
 * The PostgreSQL of the measured cities, durable as in production, in a folder that is
 * kept between runs.
 */
final class KeptServer implements AutoCloseable {

	/** Beside {@code target}, which is deleted with every clean build. */
	static final Path FOLDER = Path.of("data-bench").toAbsolutePath();

	private static final Path SERVER = FOLDER.resolve("postgres");

	private final EmbeddedPostgres postgres;

	private KeptServer(EmbeddedPostgres postgres) {
		this.postgres = postgres;
	}

	static KeptServer start() throws Exception {
		Files.createDirectories(FOLDER);
		stopSurvivor();
		KeptServer server = new KeptServer(EmbeddedPostgres.builder()
			.setDataDirectory(SERVER)
			.setCleanDataDirectory(false)
			.setLocaleConfig("locale", "C.UTF-8")
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on")
			.setServerConfig("max_connections", "100")
			.setServerConfig("shared_buffers", "1GB")
			.setServerConfig("max_wal_size", "8GB")
			.setServerConfig("min_wal_size", "2GB")
			.start());
		if (server.number("select count(*) from pg_roles where rolname = '" + DatabaseRoles.OWNER + "'") == 0) {
			server.execute(DatabaseRoles.creation().toArray(String[]::new));
		}
		return server;
	}

	/** A server that a killed run has left behind. */
	private static void stopSurvivor() throws Exception {
		Path note = SERVER.resolve("postmaster.pid");
		if (Files.notExists(note)) {
			return;
		}
		long pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
		ProcessHandle survivor = ProcessHandle.of(pid).filter(KeptServer::isOurs).orElse(null);
		if (survivor != null && survivor.destroy()) {
			survivor.onExit().get(60, TimeUnit.SECONDS);
		}
		Files.deleteIfExists(note);
	}

	private static boolean isOurs(ProcessHandle process) {
		return process.info()
			.arguments()
			.filter((arguments) -> Arrays.asList(arguments).contains(SERVER.toString()))
			.isPresent();
	}

	String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.postgres.getPort() + "/" + database;
	}

	boolean has(String database) throws SQLException {
		return number("select count(*) from pg_database where datname = '" + database + "'") > 0;
	}

	void drop(String database) throws SQLException {
		execute("drop database if exists " + database + " with (force)");
	}

	void create(String database) throws SQLException {
		drop(database);
		execute(DatabaseRoles.database(database));
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			statement.execute(DatabaseRoles.restriction());
		}
	}

	void rename(String from, String to) throws SQLException {
		execute("alter database %s rename to %s".formatted(from, to));
	}

	/** As fast as the files can be copied, and without filling the log. */
	void copy(String from, String to) throws SQLException {
		drop(to);
		execute("create database %s template %s strategy file_copy owner %s".formatted(to, from, DatabaseRoles.OWNER));
	}

	/** As the superuser. */
	Connection connect(String database) throws SQLException {
		return DriverManager.getConnection(url(database), "postgres", "postgres");
	}

	private void execute(String... statements) throws SQLException {
		try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
			for (String sql : List.of(statements)) {
				statement.execute(sql);
			}
		}
	}

	private long number(String query) throws SQLException {
		try (Connection connection = connect("postgres");
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(query)) {
			result.next();
			return result.getLong(1);
		}
	}

	@Override
	public void close() throws IOException {
		this.postgres.close();
	}

}

package org.pingyi.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.pingyi.DatabaseRoles;

import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of its own, with fsync and synchronous_commit on, that is killed without a
 * word and started again on the same data.
 */
final class Postgres implements AutoCloseable {

	private static final String USER = "postgres";

	private final Path folder;

	private final String binary;

	private final int port;

	private Process process;

	private Postgres(Path folder, String binary, int port) throws IOException {
		this.folder = folder;
		this.binary = binary;
		this.port = port;
		this.process = launch();
	}

	/** Makes an empty cluster in a folder and starts it. */
	static Postgres in(Path folder) throws IOException {
		int port;
		String binary;
		try (EmbeddedPostgres made = EmbeddedPostgres.builder()
			.setDataDirectory(folder)
			.setCleanDataDirectory(false)
			.setLocaleConfig("locale", "C.UTF-8")
			.start()) {
			port = made.getPort();
			binary = ProcessHandle.allProcesses()
				.filter((process) -> process.info().commandLine().orElse("").contains(folder.toString()))
				.flatMap((process) -> process.info().command().stream())
				.filter((command) -> command.endsWith("/postgres"))
				.findFirst()
				.orElseThrow();
		}
		return new Postgres(folder, binary, port);
	}

	/** A server that follows this one, from a copy of its data made while it works. */
	Postgres standby(Path copy, int port) throws IOException, SQLException {
		try (Connection connection = DriverManager.getConnection(url("postgres"), USER, USER);
				Statement statement = connection.createStatement()) {
			statement.execute("select pg_backup_start('standby', true)");
			FileSystemUtils.copyRecursively(this.folder, copy);
			try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
				label.next();
				Files.writeString(copy.resolve("backup_label"), label.getString(1));
			}
		}
		Files.deleteIfExists(copy.resolve("postmaster.pid"));
		Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
		Files.createFile(copy.resolve("standby.signal"));
		Files.writeString(copy.resolve("postgresql.auto.conf"),
				"primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s application_name=standby'%n"
					.formatted(this.port, USER, USER));
		Postgres standby = new Postgres(copy, this.binary, port);
		standby.awaitReady();
		return standby;
	}

	/** Whether a commit waits until the standby has it, from now on. */
	void waitForStandby(boolean waits) throws SQLException {
		execute("postgres", "alter system set synchronous_standby_names = '%s'".formatted(waits ? "standby" : ""));
		execute("postgres", "select pg_reload_conf()");
		Until.holds("the standby follows", () -> is(
				"select count(*) = 1 from pg_stat_replication where state = 'streaming' and replay_lsn = pg_current_wal_lsn() and sync_state = '%s'"
					.formatted(waits ? "sync" : "async")));
	}

	/** Makes a standby the server that takes changes. */
	void promote() throws SQLException {
		execute("postgres", "select pg_promote()");
	}

	private boolean is(String question) {
		try (Connection connection = DriverManager.getConnection(url("postgres"), USER, USER);
				Statement statement = connection.createStatement();
				ResultSet answer = statement.executeQuery(question)) {
			return answer.next() && answer.getBoolean(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Process launch() throws IOException {
		// The server refuses to run as root; in a user namespace of its own it is nobody.
		List<String> command = new ArrayList<>(
				"root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
		command.addAll(List.of(this.binary, "-D", this.folder.toString(), "-p", String.valueOf(this.port), "-c",
				"listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=on", "-c",
				"synchronous_commit=on", "-c", "full_page_writes=on"));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(Logs.of("postgres")))
			.start();
	}

	/** Kills the server and all its children (SIGKILL). */
	void kill() {
		List<ProcessHandle> children = this.process.descendants().toList();
		this.process.destroyForcibly();
		children.forEach(ProcessHandle::destroyForcibly);
		this.process.onExit().join();
		children.forEach((child) -> child.onExit().join());
	}

	/** Starts it again and waits until it has recovered. */
	void restart() throws IOException {
		this.process = launch();
		awaitReady();
	}

	void awaitReady() {
		Until.holds("PostgreSQL answers", () -> {
			try {
				execute("select 1");
				return true;
			}
			catch (SQLException ex) {
				return false;
			}
		});
	}

	/** Makes a database with the roles of production. */
	void create(String database) throws SQLException {
		for (String sql : DatabaseRoles.creation()) {
			execute(sql);
		}
		execute(DatabaseRoles.database(database));
	}

	private void execute(String sql) throws SQLException {
		execute("postgres", sql);
	}

	/** As a superuser. */
	void execute(String database, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url(database), USER, USER);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	int port() {
		return this.port;
	}

	String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	@Override
	public void close() {
		kill();
	}

}

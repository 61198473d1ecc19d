package org.pingyi.storm;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.pingyi.DatabaseRoles;

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
		try (Connection connection = DriverManager.getConnection(url("postgres"), USER, USER);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	@Override
	public void close() {
		kill();
	}

}

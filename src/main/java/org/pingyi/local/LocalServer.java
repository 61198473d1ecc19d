package org.pingyi.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The PostgreSQL server of a local run: started by us, or still running after we were
 * killed; either way it stops when we do.
 *
 * @param port on 127.0.0.1
 * @param stop ends it
 */
record LocalServer(int port, AutoCloseable stop) implements AutoCloseable {

	static LocalServer runIn(Path folder, Duration patience) throws IOException {
		Path absolute = folder.toAbsolutePath();
		Optional<LocalServer> survivor = survivor(absolute);
		return survivor.isPresent() ? survivor.get() : start(absolute, patience);
	}

	private static LocalServer start(Path folder, Duration patience) throws IOException {
		EmbeddedPostgres postgres = EmbeddedPostgres.builder()
			.setDataDirectory(folder)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setLocaleConfig("locale", "C.UTF-8")
			.setServerConfig("listen_addresses", "127.0.0.1")
			// The library starts servers for throw-away data; ours is kept.
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setPGStartupWait(patience)
			.start();
		return new LocalServer(postgres.getPort(), postgres);
	}

	/**
	 * The server that outlived a kill: its first line is the process, its fourth the
	 * port.
	 */
	private static Optional<LocalServer> survivor(Path folder) throws IOException {
		Path note = folder.resolve("postmaster.pid");
		if (Files.notExists(note)) {
			return Optional.empty();
		}
		List<String> lines = Files.readAllLines(note);
		if (lines.size() < 4) {
			return Optional.empty();
		}
		int port = Integer.parseInt(lines.get(3).strip());
		return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
			.map((process) -> new LocalServer(port, process::destroy))
			.filter(LocalServer::answers);
	}

	private boolean answers() {
		try {
			DriverManager.getConnection(url("postgres"), "postgres", "postgres").close();
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	@Override
	public void close() throws Exception {
		this.stop.close();
	}

}

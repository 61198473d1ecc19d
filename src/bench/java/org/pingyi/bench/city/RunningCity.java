package org.pingyi.bench.city;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.pingyi.DatabaseRoles;
import org.pingyi.bench.vote.Processes;

/**
 * A copy of a kept city with the packaged application in front of it, in a process of its
 * own whose heap is bounded.
 */
final class RunningCity implements AutoCloseable {

	static final String SECRET = "c7d2e95b10f8463a8b1e7f60d24c93a5e8075b1d6f3a92c4";

	/** Code of the year that is measured. */
	static final String YEAR = "big";

	private final CitySize size;

	private final KeptServer server;

	private final Processes processes;

	private final Path jar;

	private final String database;

	private final Path keys;

	private final int port;

	private final Connection connection;

	private final Map<String, Browser> browsers = new HashMap<>();

	private Process application;

	RunningCity(CitySize size, KeptServer server, Processes processes, Path jar) throws Exception {
		this.size = size;
		this.server = server;
		this.processes = processes;
		this.jar = jar;
		this.database = "run_" + size.database();
		this.keys = copyKeys(size);
		server.copy(size.database(), this.database);
		this.port = freePort();
		this.application = start();
		Processes.await(this.application, this.port, "/vote");
		this.connection = server.connect(this.database);
	}

	private static Path copyKeys(CitySize size) throws IOException {
		Path from = CityBuilder.keys(size);
		Path to = Path.of("target", "city", "keys-" + size.database()).toAbsolutePath();
		delete(to);
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Path copy = to.resolve(from.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
		return to;
	}

	/** Deletes a folder with all that is in it. */
	static void delete(Path folder) throws IOException {
		if (Files.notExists(folder)) {
			return;
		}
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
				Files.delete(directory);
				return FileVisitResult.CONTINUE;
			}

		});
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private Process start() throws IOException {
		Map<String, String> environment = new HashMap<>(
				Map.of("PINGYI_SECRET", SECRET, "PINGYI_KEYS", this.keys.toString(), "SERVER_PORT",
						String.valueOf(this.port), "SERVER_ADDRESS", "127.0.0.1", "LOGGING_LEVEL_ROOT", "WARN"));
		DatabaseRoles.settings(this.server.url(this.database))
			.forEach((name, value) -> environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
		return this.processes.java("city-" + this.size.database(), environment, "-Xmx" + CityBenchmark.HEAP,
				"-XX:NativeMemoryTracking=off", "-Dpingyi.account.second-factor-enforced=false",
				"-Dpingyi.sealing.scheduled=false", "-jar", this.jar.toString());
	}

	CitySize size() {
		return this.size;
	}

	int port() {
		return this.port;
	}

	Path jar() {
		return this.jar;
	}

	Processes processes() {
		return this.processes;
	}

	long pid() {
		return this.application.pid();
	}

	/** As the superuser; for one thread. */
	Connection connection() {
		return this.connection;
	}

	/** The browser of somebody; "" for a stranger's. */
	Browser browser(String login) throws IOException, InterruptedException {
		Browser known = this.browsers.get(login);
		if (known == null) {
			Browser fresh = new Browser(this.port);
			known = login.isEmpty() ? fresh : fresh.signIn(login);
			this.browsers.put(login, known);
		}
		return known;
	}

	/** Puts the numbers of this city where a query or an address names them. */
	String fill(String text) throws SQLException {
		String filled = text.replace("{year}", YEAR).replace("{unit}", CityBuilder.code(1));
		return filled.contains(":cycle") ? filled.replace(":cycle", String.valueOf(cycle())) : filled;
	}

	private long cycle() throws SQLException {
		return number("select id from cycle_cycle where code = '" + YEAR + "'");
	}

	/** The one number that a query gives. */
	long number(String query) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(fill(query));
				ResultSet result = statement.executeQuery()) {
			result.next();
			return result.getLong(1);
		}
	}

	/** The one text that a query gives. */
	String text(String query) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(fill(query));
				ResultSet result = statement.executeQuery()) {
			result.next();
			return result.getString(1);
		}
	}

	void execute(String sql) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			statement.execute();
		}
	}

	/** Reads all rows of a query; how many there are. */
	int read(PreparedStatement statement) throws SQLException {
		int rows = 0;
		try (ResultSet result = statement.executeQuery()) {
			int columns = result.getMetaData().getColumnCount();
			while (result.next()) {
				for (int column = 1; column <= columns; column++) {
					result.getObject(column);
				}
				rows++;
			}
		}
		return rows;
	}

	@Override
	public void close() throws Exception {
		this.browsers.values().forEach(Browser::close);
		this.connection.close();
		this.application.destroy();
		this.application.waitFor();
		this.server.drop(this.database);
		delete(this.keys);
	}

}

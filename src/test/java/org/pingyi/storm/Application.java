package org.pingyi.storm;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.pingyi.DatabaseRoles;

/** The application as a process of its own, on 127.0.0.1. */
final class Application implements AutoCloseable {

	static final String SECRET = "5f0c9b7a3e61d8427c1b94e0a6d3f58277e9b1c04d6a8f32";

	/** The keys of all nodes, and of one storm. */
	static final String KEYS = Path.of("target", "keys", UUID.randomUUID().toString()).toString();

	private final List<String> start;

	private final Map<String, String> settings;

	private final int port;

	private Process process;

	private Application(String classPath, String main, String database) throws IOException {
		this.port = freePort();
		this.settings = new HashMap<>(Map.of("PINGYI_SECRET", SECRET, "PINGYI_KEYS", KEYS, "SERVER_PORT",
				String.valueOf(this.port), "SERVER_ADDRESS", "127.0.0.1", "LOGGING_LEVEL_ROOT", "WARN"));
		DatabaseRoles.settings(database)
			.forEach((name, value) -> this.settings.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
		this.start = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m", "-cp", classPath, main);
		this.process = launch();
	}

	/** As a city runs it: without the classes of the tests. */
	static Application usual(String database) throws IOException {
		return new Application(classPath(false), "org.pingyi.PingyiApplication", database);
	}

	/** With a main class of the tests. */
	static Application with(String main, String database) throws IOException {
		return new Application(classPath(true), main, database);
	}

	private static String classPath(boolean tests) {
		Path own = own();
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> tests || !Path.of(entry).toAbsolutePath().equals(own))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static Path own() {
		return Path.of(Application.class.getProtectionDomain().getCodeSource().getLocation().getPath())
			.toAbsolutePath();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private Process launch() throws IOException {
		ProcessBuilder builder = new ProcessBuilder(this.start).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(Logs.of("application")));
		builder.environment().putAll(this.settings);
		return builder.start();
	}

	void awaitReady() {
		Until.holds("the application answers", () -> Http.answers(this.port, "/vote"));
	}

	/** Kills it (SIGKILL). */
	void kill() {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

	void restart() throws IOException {
		this.process = launch();
		awaitReady();
	}

	int port() {
		return this.port;
	}

	@Override
	public void close() {
		kill();
	}

}

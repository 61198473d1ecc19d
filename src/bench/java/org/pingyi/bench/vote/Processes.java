package org.pingyi.bench.vote;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes under measurement: started on this machine alone, and stopped at the end.
 */
public final class Processes implements AutoCloseable {

	/** As src/main/docker/Dockerfile has them; a JVM older than that one's lacks some. */
	private static final List<String> OPTIONS = List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseParallelGC",
			"-XX:+UseCompactObjectHeaders", "-XX:InitialRAMPercentage=25", "-XX:MaxRAMPercentage=75");

	private static final int READY_SECONDS = 300;

	private static final int TICKS_PER_SECOND = 100;

	private final List<Process> started = new ArrayList<>();

	/** Starts a JVM of the kind that runs this one, with the options of the image. */
	public Process java(String name, Map<String, String> environment, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(OPTIONS);
		command.addAll(List.of(arguments));
		return start(name, environment, command);
	}

	public Process start(String name, Map<String, String> environment, List<String> command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(new File("target/bench-" + name + ".log"));
		builder.environment().putAll(environment);
		Process process = builder.start();
		this.started.add(process);
		return process;
	}

	/** Waits until an address on this machine answers. */
	public static void await(Process process, int port, String path) throws Exception {
		HttpClient http = HttpClient.newHttpClient();
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
		while (System.nanoTime() < end && process.isAlive()) {
			try {
				http.send(request, HttpResponse.BodyHandlers.discarding());
				return;
			}
			catch (IOException ex) {
				TimeUnit.MILLISECONDS.sleep(100);
			}
		}
		throw new IllegalStateException("Nothing answers on port " + port);
	}

	/** The application unpacked out of its jar, as the image has it. */
	public Path unpacked(Path jar) throws Exception {
		Path folder = jar.resolveSibling("unpacked");
		Process extraction = java("extraction", Map.of(), "-Djarmode=tools", "-jar", jar.toString(), "extract",
				"--force", "--destination", folder.toString());
		if (extraction.waitFor() != 0) {
			throw new IllegalStateException("The jar cannot be unpacked");
		}
		return folder.resolve(jar.getFileName());
	}

	/** Seconds of processor time that a process and its children have used. */
	public static double cpuSeconds(long pid) throws IOException {
		double sum = ticks(pid);
		for (long child : ProcessHandle.of(pid)
			.stream()
			.flatMap(ProcessHandle::children)
			.mapToLong(ProcessHandle::pid)
			.toArray()) {
			sum += ticks(child);
		}
		return sum / TICKS_PER_SECOND;
	}

	private static double ticks(long pid) throws IOException {
		Path stat = Path.of("/proc", String.valueOf(pid), "stat");
		if (!Files.exists(stat)) {
			return 0;
		}
		String text = Files.readString(stat);
		String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
		return Stream.of(11, 12, 13, 14).mapToLong((at) -> Long.parseLong(fields[at])).sum();
	}

	@Override
	public void close() {
		this.started.forEach(Process::destroy);
		for (Process process : this.started) {
			try {
				process.waitFor(20, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			process.destroyForcibly();
		}
	}

}

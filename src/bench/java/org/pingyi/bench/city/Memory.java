package org.pingyi.bench.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a process has in memory, as Linux says. */
final class Memory {

	private static final String MOST = "VmHWM:";

	private Memory() {
	}

	/** From here on the most is counted anew. */
	static void forget(long pid) throws IOException {
		Files.writeString(Path.of("/proc", String.valueOf(pid), "clear_refs"), "5");
	}

	/** The most that it had at once, in megabytes; 0 when it has ended. */
	static double most(long pid) throws IOException {
		try {
			return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))
				.stream()
				.filter((line) -> line.startsWith(MOST))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.sum() / 1000.0;
		}
		catch (NoSuchFileException ex) {
			return 0;
		}
	}

}

package org.pingyi.storm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the started processes write what they say. */
final class Logs {

	private Logs() {
	}

	static File of(String process) throws IOException {
		return Files.createDirectories(Path.of("target")).resolve("storm-" + process + ".log").toFile();
	}

}

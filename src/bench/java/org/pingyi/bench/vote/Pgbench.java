package org.pingyi.bench.vote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own benchmark: a voter row and a ballot row in one statement, 16 clients.
 */
final class Pgbench {

	static final int CLIENTS = 16;

	private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

	private static final String SCRIPT = """
			with voter as (insert into rival_voter (id) values (gen_random_uuid()) on conflict do nothing returning 1)
			insert into rival_ballot (id, unit, answers) select gen_random_uuid(), 'U101', 1234567 from voter;
			""";

	private final int port;

	private final Path script;

	Pgbench(int port) throws IOException {
		this.port = port;
		this.script = Files.writeString(Path.of("target/bench-insert.sql"), SCRIPT);
	}

	/** Statements per second. */
	double run(int seconds) throws Exception {
		Process process = new ProcessBuilder("pgbench", "-h", "127.0.0.1", "-p", String.valueOf(this.port), "-U",
				"postgres", "-n", "-M", "prepared", "-c", String.valueOf(CLIENTS), "-j", "2", "-T",
				String.valueOf(seconds), "-f", this.script.toString(), "postgres")
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		Matcher rate = RATE.matcher(output);
		if (process.waitFor() != 0 || !rate.find()) {
			throw new IOException("pgbench failed: " + output);
		}
		return Double.parseDouble(rate.group(1));
	}

}

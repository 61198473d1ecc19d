package org.pingyi.bench.city;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.pingyi.bench.vote.Processes;

/**
 * Builds a big city and one of a tenth of it, unless they are still there from an earlier
 * run, measures what {@link CityRows} lists in a copy of each, one after the other, and
 * prints one table. Settings: {@code city.size}, the part of the big city that the larger
 * one is; {@code city.rebuild}; {@code city.heap} of the application; {@code city.only},
 * a regular expression of what to measure.
 */
public final class CityBenchmark {

	static final String HEAP = System.getProperty("city.heap", "1g");

	static final String VERIFIER_HEAP = System.getProperty("city.verifierHeap", "3g");

	private static final double SIZE = Double.parseDouble(System.getProperty("city.size", "1"));

	private static final String ONLY = System.getProperty("city.only", "");

	private CityBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		try (Processes processes = new Processes(); KeptServer server = KeptServer.start()) {
			Runtime.getRuntime().addShutdownHook(new Thread(processes::close));
			Path jar = processes.unpacked(Path.of(args[0]));
			CitySize small = new CitySize("1/10", SIZE / 10);
			CitySize large = new CitySize("1/1", SIZE);
			CityTable table = new CityTable(small, large);
			for (CitySize size : List.of(small, large)) {
				build(server, size);
				measure(server, processes, size, jar, table);
			}
			table.print(System.out);
		}
		// What Spring left running while it built shall not keep this process.
		System.exit(0);
	}

	private static void build(KeptServer server, CitySize size) throws Exception {
		if (Boolean.getBoolean("city.rebuild") || !server.has(size.database())) {
			Instant start = Instant.now();
			new CityBuilder(server, size).build();
			say("Built %s in %d s", size, Duration.between(start, Instant.now()).toSeconds());
		}
	}

	private static void measure(KeptServer server, Processes processes, CitySize size, Path jar, CityTable table)
			throws Exception {
		try (RunningCity city = new RunningCity(size, server, processes, jar)) {
			for (Measurement row : CityRows.ALL) {
				if (row instanceof PageMeasurement && !row.name().matches(".*(" + ONLY + ").*")) {
					continue;
				}
				measure(city, row, table);
			}
		}
	}

	private static void measure(RunningCity city, Measurement row, CityTable table) throws InterruptedException {
		try {
			List<Figure> figures = row.of(city);
			figures.forEach((figure) -> say("%s %s", city.size().label(), figure));
			table.add(city.size(), figures);
		}
		catch (InterruptedException ex) {
			throw ex;
		}
		catch (Exception ex) {
			say("%s %s failed: %s", city.size().label(), row.name(), ex);
		}
	}

	static void say(String format, Object... arguments) {
		System.out.println(format.formatted(arguments));
	}

}

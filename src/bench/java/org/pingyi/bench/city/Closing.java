package org.pingyi.bench.city;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.postgresql.PGConnection;

/**
 * Closes the year with many ballots waiting: how long until it takes no more, and how
 * long until they are sealed, beside the time in which PostgreSQL copies the rows that
 * this makes.
 */
final class Closing implements Measurement {

	private static final Act ACT = new Act("", "/desk/cycles/{year}", "/desk/cycles/{year}/closure", Map.of());

	private static final long LONGEST = TimeUnit.MINUTES.toMillis(10);

	private static final List<String> TABLES = List.of("ballot_sealed", "ballot_receipt");

	@Override
	public String name() {
		return "close";
	}

	@Override
	public List<Figure> of(RunningCity city) throws Exception {
		long waiting = city.number("select count(*) from ballot_waiting where cycle_id = :cycle");
		Memory.forget(city.pid());
		city.browser(CityStaff.OFFICE);
		long start = System.nanoTime();
		CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> send(city));
		double taken = until(city, answer, start, "phase <> 'OPENED'");
		double sealed = until(city, answer, start, "phase = 'CLOSED'");
		answer.join();
		double most = Memory.most(city.pid());
		double copied = copy(city, waiting);
		return List.of(new Figure("close, until no more are taken", "ms", taken),
				new Figure("close, until all are sealed", "ms", sealed - taken, "", "COPY of these rows", copied),
				new Figure("sealed a second", "/s", waiting / (sealed - taken) * 1000, "", "rows copied a second",
						waiting / copied * 1000),
				new Figure("close, most memory", "MB", most));
	}

	private static void send(RunningCity city) {
		try {
			ACT.send(city);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static double until(RunningCity city, CompletableFuture<Void> answer, long start, String phase)
			throws Exception {
		String query = "select count(*) from cycle_cycle where id = :cycle and " + phase;
		double millis = 0;
		while (city.number(query) == 0) {
			millis = (System.nanoTime() - start) / 1e6;
			if (answer.isCompletedExceptionally()) {
				answer.join();
			}
			if (millis > LONGEST) {
				throw new IllegalStateException("The year is not closed");
			}
			TimeUnit.MILLISECONDS.sleep((millis < 1000) ? 2 : 50);
		}
		return (System.nanoTime() - start) / 1e6;
	}

	/** Copies so many rows into tables that are as those. */
	private static double copy(RunningCity city, long rows) throws Exception {
		double millis = 0;
		for (String table : TABLES) {
			city.execute("create table bench_copy (like %s including all)".formatted(table));
			millis += copy(city, table, rows);
			city.execute("drop table bench_copy");
		}
		return millis;
	}

	private static double copy(RunningCity city, String table, long rows) throws Exception {
		PGConnection postgres = city.connection().unwrap(PGConnection.class);
		Path file = Files.createTempFile(Path.of("target"), "rows", ".copy");
		try {
			try (var out = Files.newOutputStream(file)) {
				postgres.getCopyAPI()
					.copyOut("copy (select * from %s limit %d) to stdout (format binary)".formatted(table, rows), out);
			}
			try (var in = Files.newInputStream(file)) {
				return Times.millis(
						() -> postgres.getCopyAPI().copyIn("copy bench_copy from stdin (format binary)", in, 1 << 16));
			}
		}
		finally {
			Files.delete(file);
		}
	}

}

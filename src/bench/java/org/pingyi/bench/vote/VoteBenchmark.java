package org.pingyi.bench.vote;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.pingyi.DatabaseRoles;

/**
 * Complete submissions over HTTP (right, validation, durable commit, receipt) against the
 * packaged application, beside pgbench, a plain controller and a conventional flow on the
 * same PostgreSQL, with fsync and synchronous_commit on. All take turns in each round;
 * medians are printed.
 */
public final class VoteBenchmark {

	private static final String SECRET = "c7d2e95b10f8463a8b1e7f60d24c93a5e8075b1d6f3a92c4";

	private static final String KEYS = Path.of("target", "keys", "bench").toString();

	private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);

	private static final int SECONDS = Integer.getInteger("bench.seconds", 8);

	private static final int WARM_UP = Integer.getInteger("bench.warmUp", 120);

	/** More than this machine's kind can take. */
	private static final int MOST_PER_SECOND = 25_000;

	private static final String BESIDE_GUESSES = ", beside " + SignInStorm.PER_SECOND + " guesses a second";

	private static final int APPLICATION_PORT = 18080;

	private static final int RIVAL_PORT = 18081;

	private final Map<String, List<Double>> rates = new LinkedHashMap<>();

	private final Map<String, List<Double>> latencies = new LinkedHashMap<>();

	private final List<Double> microseconds = new ArrayList<>();

	private VoteBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
			.setLocaleConfig("locale", "C.UTF-8")
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on")
			.setServerConfig("max_connections", "200")
			.setServerConfig("shared_buffers", "4GB")
			.setServerConfig("max_wal_size", "8GB")
			.setServerConfig("min_wal_size", "4GB")
			.start(); Processes processes = new Processes()) {
			new VoteBenchmark().run(postgres, processes, Path.of(args[0]));
		}
	}

	private void run(EmbeddedPostgres postgres, Processes processes, Path jar) throws Exception {
		execute(postgres, DatabaseRoles.creation().toArray(String[]::new));
		execute(postgres, "create table rival_voter (id uuid primary key)",
				"create table rival_ballot (id uuid primary key, unit text not null, answers bigint not null)",
				DatabaseRoles.database("pingyi"));
		String server = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/";
		Map<String, Object> settings = new HashMap<>(DatabaseRoles.settings(server + "pingyi"));
		settings.putAll(Map.of("pingyi.secret", SECRET, "pingyi.keys.directories", KEYS, "server.port", "0",
				"server.address", "127.0.0.1", "pingyi.sms", "development"));
		long cycle = BenchCity.fill(settings);
		Process application = processes.java("application",
				environment(DatabaseRoles.settings(server + "pingyi"), APPLICATION_PORT), "-jar",
				processes.unpacked(jar).toString());
		Process rival = processes.java("rival", environment(rivalDatabase(server + "postgres"), RIVAL_PORT),
				"-Dspring.flyway.enabled=false", "-cp", rivalClassPath(), "rival.RivalApplication");
		Processes.await(application, APPLICATION_PORT, "/vote");
		Processes.await(rival, RIVAL_PORT, "/conventional");
		measure(new Voters(SECRET, cycle), new Pgbench(postgres.getPort()), application.pid(),
				server(application, postgres), () -> checkpoint(postgres));
	}

	/**
	 * From here on the segments of the log are used again, as on a server that has run
	 * for a while; making new ones stops everybody for fifty milliseconds each.
	 */
	private static void checkpoint(EmbeddedPostgres postgres) {
		try {
			execute(postgres, "checkpoint");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Without the application itself, whose settings the rival would find. */
	private static String rivalClassPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("target/classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static Map<String, String> rivalDatabase(String url) {
		return Map.of("spring.datasource.url", url, "spring.datasource.username", "postgres",
				"spring.datasource.password", "postgres");
	}

	private static Map<String, String> environment(Map<String, String> database, int port) {
		Map<String, String> environment = new HashMap<>(
				Map.of("PINGYI_SECRET", SECRET, "PINGYI_KEYS", KEYS, "SERVER_PORT", String.valueOf(port),
						"SERVER_ADDRESS", "127.0.0.1", "SPRING_JPA_HIBERNATE_DDL_AUTO", "none", "LOGGING_LEVEL_ROOT",
						"WARN", "SPRING_THREADS_VIRTUAL_ENABLED", "true", "PINGYI_WEB_PROXIES", "127.0.0.1/32"));
		database.forEach((name, value) -> environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
		return environment;
	}

	/** The process of the database server: a child of this one whose name says so. */
	private static long server(Process application, EmbeddedPostgres postgres) {
		return ProcessHandle.allProcesses()
			.filter((process) -> process.info().commandLine().orElse("").contains("-p " + postgres.getPort())
					|| process.info().commandLine().orElse("").contains("port=" + postgres.getPort()))
			.mapToLong(ProcessHandle::pid)
			.filter((pid) -> pid != application.pid())
			.min()
			.orElse(-1);
	}

	private void measure(Voters voters, Pgbench pgbench, long application, long database, Runnable checkpoint)
			throws Exception {
		Load.Result cold = new Load(APPLICATION_PORT, 64, 10).run(voters.visit());
		System.out.printf(Locale.ROOT, "First 10 s after the start: %,.0f flows/s, p99 %.1f ms%n", cold.perSecond(),
				cold.p99());
		warmUp(voters);
		for (int round = 1; round <= ROUNDS; round++) {
			System.out.printf(Locale.ROOT, "Round %d of %d%n", round, ROUNDS);
			checkpoint.run();
			keep("pgbench, 16 clients", pgbench.run(SECONDS), Double.NaN);
			load("plain controller, 64", RIVAL_PORT, 64, Rivals.plain());
			for (int connections : new int[] { 16, 64, 256 }) {
				voters.prepare(SECONDS * MOST_PER_SECOND);
				load("submission, " + connections, APPLICATION_PORT, connections, voters.submission());
			}
			voters.prepare(SECONDS * MOST_PER_SECOND);
			double before = Processes.cpuSeconds(application) + Processes.cpuSeconds(database);
			Load.Result flows = load("page + submission, 64", APPLICATION_PORT, 64, voters.visit());
			double used = Processes.cpuSeconds(application) + Processes.cpuSeconds(database) - before;
			this.microseconds.add(used * 1e6 / flows.flows());
			load("conventional flow, 64", RIVAL_PORT, 64, Rivals.conventional());
			besideGuesses(voters);
		}
		print();
	}

	/** A calm city, without and with strangers who guess passwords. */
	private void besideGuesses(Voters voters) throws Exception {
		voters.prepare(SECONDS * MOST_PER_SECOND);
		load("page + submission, 4", APPLICATION_PORT, 4, voters.visit());
		load("home page, 4", APPLICATION_PORT, 4, Voters.home());
		try (SignInStorm storm = SignInStorm.on(APPLICATION_PORT)) {
			load("page + submission, 4" + BESIDE_GUESSES, APPLICATION_PORT, 4, voters.visit());
			load("home page, 4" + BESIDE_GUESSES, APPLICATION_PORT, 4, Voters.home());
			System.out.println("  answers to the guesses: " + storm.answers());
		}
	}

	private void warmUp(Voters voters) throws Exception {
		for (int part = 0; part < 4; part++) {
			new Load(APPLICATION_PORT, 64, WARM_UP / 12 + 1).run(voters.visit());
			new Load(RIVAL_PORT, 64, WARM_UP / 12 + 1).run(Rivals.plain());
			new Load(RIVAL_PORT, 64, WARM_UP / 12 + 1).run(Rivals.conventional());
		}
	}

	private Load.Result load(String name, int port, int connections, Flow flow) throws Exception {
		Load.Result result = new Load(port, connections, SECONDS).run(flow);
		keep(name, result.perSecond(), result.p99());
		return result;
	}

	private void keep(String name, double rate, double latency) {
		System.out.printf(Locale.ROOT, "  %s: %,.0f/s%n", name, rate);
		this.rates.computeIfAbsent(name, (key) -> new ArrayList<>()).add(rate);
		this.latencies.computeIfAbsent(name, (key) -> new ArrayList<>()).add(latency);
	}

	private void print() {
		System.out.printf("%n| what | per second | p99 ms |%n|---|---|---|%n");
		this.rates.forEach((name, all) -> System.out.printf(Locale.ROOT, "| %s | %,.0f | %s |%n", name, median(all),
				latency(median(this.latencies.get(name)))));
		double submission = rate("submission, 64");
		ratio("submission / pgbench", submission / rate("pgbench, 16 clients"), 0.9);
		ratio("submission / plain controller", submission / rate("plain controller, 64"), 1.7);
		ratio("page + submission / conventional flow", rate("page + submission, 64") / rate("conventional flow, 64"),
				6);
		for (String calm : List.of("page + submission, 4", "home page, 4")) {
			System.out.printf(Locale.ROOT, "p99 of %s, beside guesses / without: %.2f%n", calm,
					median(this.latencies.get(calm + BESIDE_GUESSES)) / median(this.latencies.get(calm)));
		}
		System.out.printf(Locale.ROOT, "server CPU per flow: %.0f us (hold 200)%n", median(this.microseconds));
	}

	private static String latency(double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.1f", value);
	}

	private static void ratio(String name, double value, double hold) {
		System.out.printf(Locale.ROOT, "%s: %.2f (hold %.1f)%n", name, value, hold);
	}

	private double rate(String name) {
		return median(this.rates.get(name));
	}

	private static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
	}

	private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
		try (Connection connection = postgres.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

}

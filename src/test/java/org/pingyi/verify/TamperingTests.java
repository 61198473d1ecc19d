package org.pingyi.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.pingyi.PingyiSecondTest;
import org.pingyi.Superuser;
import org.pingyi.intake.ballot.ConsistencyReports;
import org.pingyi.rules.cycle.Cycle;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a superuser of the database alters in a published year, the verifier finds it
 * and names the place. {@code tampering.txt} lists the alterations: what is done, what
 * must be named, and the SQL.
 */
@PingyiSecondTest
class TamperingTests {

	/** The order of ballots is left to chance, and two of them may say the same. */
	private static final String UNLIKE = """
			select min(s.position) from ballot_sealed s join ballot_sealed ten using (cycle_id)
			where cycle_id = ? and ten.position = 10 and s.position > 11 and s.position % 2 = 0
				and (s.channel, s.unit_id, s.rater_class, s.signals, s.a1, s.a2, s.a3, s.a4)
				is distinct from (ten.channel, ten.unit_id, ten.rater_class, ten.signals, ten.a1, ten.a2, ten.a3, ten.a4)""";

	private static final Set<Check> ALL = EnumSet.allOf(Check.class);

	/** What can be checked where only the log was signed. */
	private static final Set<Check> BEFORE = EnumSet
		.complementOf(EnumSet.of(Check.HEAD, Check.DECIDED, Check.RESCORED));

	/** Triggers and foreign keys do not stop a superuser. */
	private static final String SUPERUSER = "set local session_replication_role = replica";

	private final VerifiedYear year;

	private final ConsistencyReports reports;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	@TempDir
	private Path folder;

	/** Inputs and outcome of each run. */
	private Map<Integer, List<String>> documents = Map.of();

	TamperingTests(VerifiedYear year, ConsistencyReports reports, Superuser superuser) {
		this.reports = reports;
		this.year = year;
		this.jdbc = superuser.jdbc();
		this.transactions = superuser.transactions();
	}

	/** What was published is checked against itself; the tallies against the run. */
	@Test
	void namesWhatWasAlteredInPublishedFiles() {
		Cycle cycle = this.year.published(7);
		List<String> kept = kept(cycle);
		Map.of("update ballot_tally set count = count + 1 where item = 0", Check.INPUTS,
				"update ballot_receipt set receipt_hash = sha256('x') where position = 6", Check.RECEIPTS,
				"update ballot_node set hash = sha256('x') where log = 1 and level = 2 and index = 3", Check.NODES,
				"update ballot_checkpoint set receipts_root = sha256('x')", Check.SIGNATURES,
				"delete from ballot_right where right_hash = (select right_hash from ballot_right limit 1)",
				Check.COUNTERS)
			.forEach((sql, check) -> assertThat(alteredInPublished(cycle, sql, kept)).as(sql)
				.anyMatch((finding) -> finding.check() == check));
	}

	private List<Discrepancy> alteredInPublished(Cycle cycle, String sql, List<String> kept) {
		Path file = this.transactions.execute((status) -> {
			this.jdbc.execute(SUPERUSER);
			this.jdbc.execute(sql);
			Path download = this.year.publishedFiles(cycle, this.folder);
			status.setRollbackOnly();
			return download;
		});
		return VerifiedYear.verify(file, kept, ALL).findings();
	}

	/**
	 * One of the alterations.
	 *
	 * @param named each finding that must be among those told, as check, key and figures
	 */
	private record Alteration(String name, List<String> named, String sql) {

		static Alteration read(String block) {
			String[] lines = block.strip().split("\n");
			int start = 1;
			while (lines[start].startsWith("> ")) {
				start++;
			}
			return new Alteration(lines[0].substring(2),
					Stream.of(lines).skip(1).limit(start - 1).map((line) -> line.substring(2)).toList(),
					String.join("\n", Arrays.asList(lines).subList(start, lines.length)));
		}

	}

	/**
	 * Without the checks that tell of an alteration it passes: each has its use, also for
	 * a year that was opened before what counts was signed.
	 */
	@TestFactory
	Stream<DynamicTest> namesWhatASuperuserAltered() {
		Cycle cycle = this.year.published(7);
		List<String> kept = kept(cycle);
		List<Alteration> alterations = alterations(cycle);
		assertThat(alterations).hasSizeGreaterThanOrEqualTo(100);
		Set<Check> alone = EnumSet.noneOf(Check.class);
		Set<Check> aloneBefore = EnumSet.noneOf(Check.class);
		Stream<DynamicTest> each = alterations.stream()
			.map((alteration) -> DynamicTest.dynamicTest(alteration.name(), () -> {
				Path file = altered(cycle, alteration);
				List<Discrepancy> findings = VerifiedYear.verify(file, kept, ALL).findings();
				alteration.named()
					.forEach((named) -> assertThat(findings).as(alteration.sql())
						.anyMatch((finding) -> (finding + " ").startsWith(named + " ")));
				alone.addAll(tellingAlone(file, kept, ALL, findings));
				aloneBefore.addAll(tellingAlone(file, kept, BEFORE, findings));
			}));
		return Stream.concat(each, Stream.of(DynamicTest.dynamicTest("each check alone finds something", () -> {
			assertThat(alone).contains(Check.SIGNATURES, Check.KEPT, Check.RECEIPTS, Check.NODES, Check.ROOTS,
					Check.COUNTERS, Check.HEAD, Check.SCHEME, Check.SCORES, Check.TRAIL, Check.RECORDED);
			assertThat(aloneBefore).as("where nothing else was signed")
				.contains(Check.SIGNATURES, Check.KEPT, Check.RECEIPTS, Check.NODES, Check.ROOTS, Check.COUNTERS,
						Check.RUNS, Check.INPUTS, Check.SCHEME, Check.SCORES, Check.TRAIL, Check.RECORDED);
		})));
	}

	/** The check among some that alone tells of an alteration, if one does. */
	private static Set<Check> tellingAlone(Path file, List<String> kept, Set<Check> checks,
			List<Discrepancy> findings) {
		Set<Check> telling = findings.stream()
			.map(Discrepancy::check)
			.filter(checks::contains)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));
		if (telling.size() != 1) {
			return Set.of();
		}
		Set<Check> others = EnumSet.copyOf(checks);
		others.removeAll(telling);
		assertThat(VerifiedYear.verify(file, kept, others).findings()).isEmpty();
		return telling;
	}

	/** What was altered before the count is counted in good faith everywhere else. */
	@Test
	void recountsTalliesThatWereChangedBeforeTheCount() {
		Cycle cycle = this.year.countedAfter(() -> assertThat(this.jdbc.update("""
				update ballot_tally set count = count + 5
				where ctid = (select ctid from ballot_tally where item = 1 and channel = 'ONLINE' limit 1)"""))
			.isOne());
		Path file = this.year.auditFiles(cycle, this.folder);
		assertThat(VerifiedYear.verify(file, List.of(), ALL).findings()).isNotEmpty()
			.allMatch((finding) -> finding.check() == Check.TALLIES);
		assertThat(VerifiedYear.verify(file, List.of(), EnumSet.complementOf(EnumSet.of(Check.TALLIES))).findings())
			.isEmpty();
	}

	/** Whoever forges the end of a trail forges a signature; the true one counts. */
	@Test
	void namesAnEndOfTheTrailThatTheCityDidNotSign() {
		Cycle cycle = this.year.published(7);
		String line = this.year.trailLine();
		assertThat(foundKept(cycle, line)).isEmpty();
		String changed = line.replaceFirst(" [0-9a-f]{64} ", " " + "0".repeat(64) + " ");
		assertThat(foundKept(cycle, changed)).extracting(Discrepancy::key)
			.containsExactlyInAnyOrder("verify.kept.trailForged", "verify.kept.trail");
		assertThat(foundKept(cycle, line.substring(0, line.length() - 2) + "xx")).extracting(Discrepancy::key)
			.containsExactly("verify.kept.trailForged");
	}

	private List<Discrepancy> foundKept(Cycle cycle, String line) {
		return VerifiedYear.verify(this.year.auditFiles(cycle, this.folder), List.of(line), EnumSet.of(Check.KEPT))
			.findings();
	}

	/** The desk tells of an altered decision or objection as the verifier does. */
	@Test
	void tellsTheDeskOfAlteredDecisions() {
		Cycle cycle = this.year.published(7);
		assertThat(this.reports.of(cycle).alteredRecords()).isZero();
		List<Alteration> records = alterations(cycle).stream()
			.filter((
					one) -> one.named().stream().anyMatch((named) -> named.startsWith("DECIDED verify.decided.record")))
			.toList();
		assertThat(records).hasSizeGreaterThan(15);
		records.forEach((one) -> assertTold(cycle, one.sql()));
		assertTold(cycle, "update adjustment_adjustment set decided_at = decided_at - interval '9 days'");
	}

	private void assertTold(Cycle cycle, String sql) {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.execute(SUPERUSER);
			this.jdbc.execute(text("tampering.sql"));
			this.jdbc.execute(sql);
			assertThat(this.reports.of(cycle).alteredRecords()).as(sql).isPositive();
			status.setRollbackOnly();
		});
	}

	/** A phase that was set by hand closes the year early: no act tells of it. */
	@Test
	void namesAYearThatWasClosedByHand() {
		Cycle cycle = this.year
			.votedThen(() -> assertThat(this.jdbc.update("update cycle_cycle set phase = 'CLOSED'")).isOne());
		assertThat(VerifiedYear.verify(this.year.auditFiles(cycle, this.folder), List.of(), ALL).findings())
			.anyMatch((finding) -> finding.toString().startsWith("HEAD verify.head.phase CLOSED"));
	}

	/** Nothing else tells of them: every figure agrees with every other. */
	@Test
	void namesBallotsThatWereDeletedWithTheirRightsBeforeTheSeal() {
		Cycle cycle = this.year.counted(this.year.votedThen(() -> this.transactions.executeWithoutResult((status) -> {
			this.jdbc.execute(SUPERUSER);
			this.jdbc.update("delete from ballot_waiting where mark in (select mark from ballot_waiting limit 5)");
			this.jdbc.update("""
					delete from ballot_right where right_hash in (select right_hash from ballot_right limit 5)""");
		})));
		assertThat(VerifiedYear.verify(this.year.auditFiles(cycle, this.folder), List.of(), ALL).findings())
			.extracting(Discrepancy::key)
			.containsExactly("verify.counter.accepted");
	}

	@Test
	void namesACloseInTheNameOfSomebodyElse() {
		Cycle cycle = this.year.countedAfterClosing(this.year.votedThen(() -> {
		}), () -> this.transactions.executeWithoutResult((status) -> {
			this.jdbc.execute(SUPERUSER);
			assertThat(this.jdbc.update("update cycle_step set taken_by = 'office2' where phase = 'CLOSING'")).isOne();
		}));
		assertThat(VerifiedYear.verify(this.year.auditFiles(cycle, this.folder), List.of(), ALL).findings())
			.extracting(Discrepancy::key)
			.containsExactly("verify.head.closer");
	}

	/** Years opened before heads were kept have checkpoints of the first format alone. */
	@Test
	void saysThatAYearWasOpenedBeforeHeadsWereKept() {
		Cycle cycle = this.year.counted(this.year.votedThen(() -> this.transactions.executeWithoutResult((status) -> {
			this.jdbc.execute(SUPERUSER);
			this.jdbc.execute("delete from ballot_act; delete from ballot_checkpoint");
		})));
		Report report = VerifiedYear.verify(this.year.auditFiles(cycle, this.folder), List.of(), ALL);
		assertThat(report.findings()).isEmpty();
		assertThat(report.reason(Check.HEAD)).isEqualTo("verify.head.before");
		assertThat(report.done(Check.SIGNATURES)).isPositive();
		assertThat(report.done(Check.RESCORED)).isPositive();
	}

	static LongStream cleanYears() {
		return LongStream.rangeClosed(1, Long.getLong("pingyi.verify.years", 5));
	}

	/** More years with {@code -Dpingyi.verify.years=50}. */
	@ParameterizedTest
	@MethodSource("cleanYears")
	void raisesNoFalseAlarm(long seed) {
		Cycle cycle = this.year.published(seed);
		List<String> kept = kept(cycle);
		Report audit = VerifiedYear.verify(this.year.auditFiles(cycle, this.folder), kept, ALL);
		assertThat(audit.findings()).isEmpty();
		assertThat(Stream.of(Check.values()).filter((check) -> !audit.wasDone(check))).as("checks not made").isEmpty();
		assertThat(VerifiedYear.verify(this.year.publishedFiles(cycle, this.folder), kept, ALL).findings()).isEmpty();
	}

	/** Every signed state as it was handed out, and the trail's end. */
	private List<String> kept(Cycle cycle) {
		Path file = this.year.auditFiles(cycle, this.folder);
		List<String> kept = new ArrayList<>(VerifiedYear.verify(file, List.of(), ALL).toKeep());
		try (Folder files = Folder.open(file)) {
			kept.addAll(files.lines("checkpoints.txt"));
		}
		kept.add(this.year.trailLine());
		return kept;
	}

	/** Alters, downloads, and takes it back. */
	private Path altered(Cycle cycle, Alteration alteration) {
		return this.transactions.execute((status) -> {
			this.jdbc.execute(SUPERUSER);
			this.jdbc.execute(text("tampering.sql"));
			if (!alteration.sql().matches("(?s).*(result_inputs|conclusion).*")) {
				this.documents.forEach((run, texts) -> keepWhole(run, texts));
			}
			this.jdbc.execute(alteration.sql().replace("{forged}", Forger.sign(this.jdbc, cycle.id())));
			Path download = this.year.auditFiles(cycle, this.folder);
			status.setRollbackOnly();
			return download;
		});
	}

	/**
	 * Keeps the documents of a run whole, as early versions did and as texts are altered
	 * most easily.
	 */
	private void keepWhole(int run, List<String> texts) {
		this.jdbc.update("""
				delete from result_inputs where run_id = (select id from result_run where number = ?)""", run);
		this.jdbc.update("""
				update result_run set inputs = ?::json, outcome = ?::json, conclusion = null where number = ?""",
				texts.getFirst(), texts.getLast(), run);
	}

	private Map<Integer, List<String>> documents(Cycle cycle) {
		return this.transactions.execute((status) -> {
			status.setRollbackOnly();
			try (Folder folder = Folder.open(this.year.auditFiles(cycle, this.folder))) {
				return this.jdbc.queryForList("select number from result_run", Integer.class)
					.stream()
					.collect(Collectors.toMap((run) -> run,
							(run) -> Stream.of("inputs", "outcome")
								.map((name) -> folder.text("runs/" + run + "/" + name + ".json"))
								.toList()));
			}
		});
	}

	private List<Alteration> alterations(Cycle cycle) {
		this.documents = documents(cycle);
		return Stream.of(placed(text("tampering.txt"), cycle).split("\n(?=# )"))
			.filter((block) -> block.startsWith("# "))
			.map(Alteration::read)
			.toList();
	}

	/**
	 * The figures of this year in their places: sizes of the batches, last entry, a
	 * ballot that says something else than the one at 10.
	 */
	private String placed(String text, Cycle cycle) {
		List<Long> sizes = this.jdbc.queryForList(
				"select distinct size from ballot_checkpoint where cycle_id = ? and size > 0 order by size", Long.class,
				cycle.id());
		long trail = this.jdbc.queryForObject("select max(id) from audit_entry", Long.class);
		long acts = this.jdbc.queryForObject("select count(*) from ballot_act where cycle_id = ?", Long.class,
				cycle.id());
		long other = this.jdbc.queryForObject(UNLIKE, Long.class, cycle.id());
		String placed = text;
		for (Map.Entry<String, Long> figure : Map
			.of("first", sizes.get(0), "second", sizes.get(1), "n", sizes.get(2), "trail", trail, "other", other,
					"pair", other / 2, "acts", acts)
			.entrySet()) {
			for (int more = -1; more <= 2; more++) {
				String name = figure.getKey() + ((more > 0) ? "+" + more : (more < 0) ? more : "");
				placed = placed.replace("{" + name + "}", String.valueOf(figure.getValue() + more));
			}
		}
		return placed;
	}

	private static String text(String file) {
		try {
			return Files.readString(new ClassPathResource("verify/" + file).getFile().toPath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

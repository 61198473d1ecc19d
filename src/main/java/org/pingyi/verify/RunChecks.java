package org.pingyi.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/** Checks each run against its digests, its inputs and the scores shown. */
final class RunChecks {

	/** Told of one gap: numbers may be anything. */
	private static final long MOST_MISSING = 100;

	private final Folder folder;

	private final Report report;

	private final InputChecks inputs;

	private final boolean published;

	/** Digests of inputs and outcome by the number of the run. */
	private final Map<Long, Digests> runs = new TreeMap<>();

	/**
	 * @param published whether the year is said to be
	 */
	RunChecks(Folder folder, Report report, Map<Bar, Long> tallies, boolean published) {
		this.folder = folder;
		this.report = report;
		this.inputs = new InputChecks(folder, report, tallies);
		this.published = published;
	}

	/** What a run says it was made of. */
	record Digests(String inputs, String outcome) {
	}

	void run() {
		if (!this.folder.has("runs.csv")) {
			List.of(Check.RUNS, Check.INPUTS, Check.SCORES, Check.PUBLICATION)
				.forEach((check) -> this.report.skipped(check, "runs.csv"));
			return;
		}
		this.folder.rows("runs.csv", (row) -> {
			Digests digests = new Digests(row.text("inputs_digest"), row.text("outcome_digest"));
			if (this.runs.put(row.number("run"), digests) != null) {
				this.report.found(Check.RUNS, "verify.run.twice", row.number("run"));
			}
		});
		if (this.runs.isEmpty()) {
			this.report.uncounted();
		}
		checkNumbers();
		this.runs.forEach(this::checkDocuments);
		checkScores();
		this.inputs.checkCounted(last(this.runs.keySet()));
		checkPublication();
	}

	Map<Long, Digests> runs() {
		return this.runs;
	}

	/** The number of the last of some runs; 0 of none. */
	static long last(Set<Long> runs) {
		return runs.stream().mapToLong(Long::longValue).max().orElse(0);
	}

	private void checkNumbers() {
		long next = 1;
		for (long run : this.runs.keySet()) {
			LongStream.range(next, run)
				.limit(MOST_MISSING)
				.forEach((missing) -> this.report.found(Check.RUNS, "verify.run.missing", missing));
			next = run + 1;
		}
	}

	private void checkDocuments(long run, Digests digests) {
		String inputs = checked(run, "inputs", digests.inputs());
		if (inputs != null) {
			Object tree = Json.read("runs/" + run + "/inputs.json", inputs);
			this.inputs.check(run, tree);
			if (this.published && run == last(this.runs.keySet())) {
				this.inputs.checkApart(run, tree);
			}
		}
		checked(run, "outcome", digests.outcome());
	}

	private @Nullable String checked(long run, String document, String digest) {
		String file = "runs/" + run + "/" + document + ".json";
		if (!this.folder.has(file)) {
			this.report.skipped(Check.RUNS, file);
			return null;
		}
		String text = this.folder.text(file);
		this.report.done(Check.RUNS, 1);
		if (!Sha256.hexOf(text).equals(digest)) {
			this.report.found(Check.RUNS, "verify.run.digest", file);
		}
		return text;
	}

	private void checkScores() {
		if (!this.folder.has("scores.csv")) {
			this.report.skipped(Check.SCORES, "scores.csv");
			return;
		}
		Map<Long, List<CsvRow>> scores = new TreeMap<>();
		this.folder.rows("scores.csv",
				(row) -> scores.computeIfAbsent(row.number("run"), (run) -> new ArrayList<>()).add(row));
		this.runs.keySet().forEach((run) -> {
			String file = "runs/" + run + "/outcome.json";
			if (this.folder.has(file)) {
				Object outcome = Json.read(file, this.folder.text(file));
				new ScoreCheck(this.report, run).run(scores.getOrDefault(run, List.of()),
						JsonTree.list(outcome, "scorecards"), alike(outcome));
			}
			else {
				this.report.skipped(Check.SCORES, file);
			}
		});
	}

	private static Map<String, Object> alike(@Nullable Object outcome) {
		Map<String, Object> scores = new HashMap<>();
		for (Object unit : JsonTree.list(outcome, "alike")) {
			if (JsonTree.member(unit, "score") instanceof BigDecimal score) {
				scores.put(JsonTree.text(unit, "unit"), score);
			}
		}
		return scores;
	}

	private void checkPublication() {
		if (!this.folder.has("publication.csv")) {
			this.report.skipped(Check.PUBLICATION, "publication.csv");
			return;
		}
		List<String> named = new ArrayList<>();
		this.folder.rows("publication.csv", (row) -> named.add(row.text("run")));
		if (named.isEmpty() && !this.published) {
			this.report.impossible(Check.PUBLICATION, "verify.publication.notYet");
			return;
		}
		this.report.done(Check.PUBLICATION, 1);
		if (named.isEmpty() || !this.published) {
			this.report.found(Check.PUBLICATION,
					this.published ? "verify.publication.none" : "verify.publication.early");
		}
		String last = this.runs.isEmpty() ? "-" : String.valueOf(last(this.runs.keySet()));
		named.stream()
			.filter((run) -> !run.equals(last))
			.forEach((run) -> this.report.found(Check.PUBLICATION, "verify.publication.notLast",
					run.isEmpty() ? "-" : run, last));
	}

}

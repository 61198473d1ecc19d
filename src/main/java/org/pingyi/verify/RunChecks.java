package org.pingyi.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Checks each run against its digests, the tallies, the units and the scores shown. */
final class RunChecks {

	private final Folder folder;

	private final Report report;

	private final Map<Bar, Long> tallies;

	/** Digests of inputs and outcome by the number of the run. */
	private final Map<Long, Digests> runs = new TreeMap<>();

	RunChecks(Folder folder, Report report, Map<Bar, Long> tallies) {
		this.folder = folder;
		this.report = report;
		this.tallies = tallies;
	}

	private boolean published;

	/** What a run says it was made of. */
	record Digests(String inputs, String outcome) {
	}

	void run(boolean isPublished) {
		this.published = isPublished;
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
		checkNumbers();
		this.runs.forEach(this::checkDocuments);
		checkScores();
		checkCounted();
		checkPublication(isPublished);
	}

	Map<Long, Digests> runs() {
		return this.runs;
	}

	private void checkNumbers() {
		long last = this.runs.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
		for (long run = 1; run < last; run++) {
			if (!this.runs.containsKey(run)) {
				this.report.found(Check.RUNS, "verify.run.missing", run);
			}
		}
	}

	private void checkDocuments(long run, Digests digests) {
		String inputs = checked(run, "inputs", digests.inputs());
		if (inputs != null) {
			checkInputs(run, Json.read("runs/" + run + "/inputs.json", inputs));
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

	private void checkInputs(long run, @Nullable Object inputs) {
		Map<Bar, Long> counted = new HashMap<>();
		for (Object bar : JsonTree.list(inputs, "tallies")) {
			counted.merge(bar(bar), number(bar, "count"), Long::sum);
		}
		this.report.done(Check.INPUTS, counted.size());
		Bar.compare(counted, this.tallies,
				(bar, inRun, now) -> this.report.found(Check.INPUTS, "verify.inputs.tally", run, bar, inRun, now));
		if (this.folder.has("units.csv")) {
			checkUnits(run, inputs);
		}
		if (this.folder.has("apart.csv") && this.published && run == lastRun()) {
			checkApart(run, inputs);
		}
	}

	private long lastRun() {
		return this.runs.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
	}

	/** What is published took in all that two persons excluded before. */
	private void checkApart(long run, @Nullable Object inputs) {
		Set<String> counted = new TreeSet<>();
		for (Object set : JsonTree.list(inputs, "apart")) {
			counted
				.add(JsonTree.text(set, "channel") + " " + JsonTree.text(set, "unit") + " " + number(set, "signals"));
		}
		Set<String> now = new TreeSet<>();
		this.folder.rows("apart.csv",
				(row) -> now.add(row.text("channel") + " " + row.text("unit_code") + " " + row.number("signals")));
		Set<String> all = new TreeSet<>(counted);
		all.addAll(now);
		all.stream()
			.filter((set) -> counted.contains(set) != now.contains(set))
			.forEach((set) -> this.report.found(Check.INPUTS, "verify.inputs.apart", run, set));
	}

	private static Bar bar(@Nullable Object bar) {
		return new Bar(JsonTree.text(bar, "channel"), JsonTree.text(bar, "unit"), JsonTree.text(bar, "raterClass"),
				number(bar, "signals"), number(bar, "item"), number(bar, "code"));
	}

	private static long number(@Nullable Object tree, String name) {
		return (JsonTree.member(tree, name) instanceof BigDecimal number) ? number.longValue() : -1;
	}

	private void checkUnits(long run, @Nullable Object inputs) {
		Map<String, String> counted = new TreeMap<>();
		for (Object subject : JsonTree.list(inputs, "subjects")) {
			counted.put(JsonTree.text(subject, "unit"),
					unit(JsonTree.text(subject, "group"), JsonTree.list(subject, "traits")));
		}
		Map<String, String> now = new TreeMap<>();
		this.folder.rows("units.csv", (row) -> {
			String columns = unit(row.text("group"), List.of(row.text("traits").split(" ")));
			if (now.put(row.text("code"), columns) != null) {
				this.report.found(Check.INPUTS, "verify.inputs.unit", run, row.text("code"));
			}
		});
		Map<String, String> all = new TreeMap<>(counted);
		all.putAll(now);
		all.keySet()
			.stream()
			.filter((unit) -> !counted.getOrDefault(unit, "").equals(now.getOrDefault(unit, "")))
			.forEach((unit) -> this.report.found(Check.INPUTS, "verify.inputs.unit", run, unit));
	}

	private static String unit(String group, Collection<?> traits) {
		return group + " " + traits.stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
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

	/** Published files give the tallies of the run as far as everybody may see them. */
	private void checkCounted() {
		if (!this.folder.has("counted.csv")) {
			return;
		}
		Map<Bar, Long> counted = new HashMap<>();
		this.folder.rows("counted.csv",
				(row) -> counted.merge(Bar.of(row, row.text("unit_code")), row.number("count"), Long::sum));
		long last = this.runs.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
		this.report.done(Check.INPUTS, counted.size());
		Bar.compare(counted, this.tallies,
				(bar, inRun, now) -> this.report.found(Check.INPUTS, "verify.inputs.tally", last, bar, inRun, now));
	}

	private void checkPublication(boolean published) {
		if (!this.folder.has("publication.csv")) {
			this.report.skipped(Check.PUBLICATION, "publication.csv");
			return;
		}
		List<String> named = new ArrayList<>();
		this.folder.rows("publication.csv", (row) -> named.add(row.text("run")));
		this.report.done(Check.PUBLICATION, 1);
		if (named.isEmpty() == published) {
			this.report.found(Check.PUBLICATION, published ? "verify.publication.none" : "verify.publication.early");
		}
		String last = this.runs.keySet().stream().reduce((one, other) -> other).map(String::valueOf).orElse("-");
		named.stream()
			.filter((run) -> !run.equals(last))
			.forEach((run) -> this.report.found(Check.PUBLICATION, "verify.publication.notLast",
					run.isEmpty() ? "-" : run, last));
	}

}

package org.pingyi.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the files of one year against each other and against what others kept. */
final class Verification {

	private static final String KEY = "key.txt";

	/** How a kept line that gives the city's key begins. */
	static final String KEPT_KEY = "key ";

	private static final List<String> CYCLE = List.of("id", "code", "name", "phase");

	/** Columns that the files of earlier versions do not have. */
	private static final List<String> LATER = List.of("scheme_version", "scheme_digest", "opens_on", "closes_on");

	private final Folder folder;

	/**
	 * Lines that somebody kept: checkpoints, ends of the trail, and {@code key LINE}.
	 */
	private final List<String> kept;

	private final Report report;

	Verification(Folder folder, List<String> kept, Set<Check> checks) {
		this.folder = folder;
		this.kept = kept;
		this.report = new Report(checks);
	}

	/**
	 * Makes every check whose files are there.
	 * @throws Unreadable when a file is not what it should be
	 */
	Report run() {
		Map<String, String> cycle = cycle();
		String id = cycle.getOrDefault("id", "");
		this.report.title(cycle.getOrDefault("name", ""));
		CityKey key = CityKey.read(KEY, this.folder.text(KEY));
		checkKey(key);
		List<SignedState> states = new StateChecks(key, this.folder, this.report, id).run(this.kept);
		LogChecks logs = new LogChecks(key.suite(), this.folder, id, this.report);
		logs.run(states);
		CountChecks counts = new CountChecks(this.folder, this.report, logs);
		counts.run();
		RunChecks runs = new RunChecks(this.folder, this.report, counts.byCode(),
				"PUBLISHED".equals(cycle.get("phase")));
		runs.run();
		new FileSet(this.folder, this.report).run(runs.runs().keySet());
		ActLog acts = ActLog.read(id, logs.acts(), this.report);
		new AcceptedChecks(key, this.report, id).run(acts, this.kept, logs);
		new HeadChecks(this.folder, this.report, cycle, acts).run();
		new DecidedChecks(this.folder, this.report, acts).run(runs.runs());
		new SchemeChecks(this.folder, this.report, cycle).run();
		new TrailChecks(this.folder, this.report, "cycle:" + cycle.get("code"),
				new KeptTrail(key, this.report).read(this.kept))
			.run(runs.runs());
		if (this.kept.stream().allMatch((line) -> line.startsWith(KEPT_KEY))) {
			this.report.skipped(Check.KEPT, "KEPT");
		}
		return this.report;
	}

	private Map<String, String> cycle() {
		Map<String, String> cycle = new HashMap<>();
		this.folder.row("cycle.csv", (row) -> {
			CYCLE.forEach((column) -> cycle.put(column, row.text(column)));
			LATER.stream().filter(row::has).forEach((column) -> cycle.put(column, row.text(column)));
		});
		return cycle;
	}

	/** A set that was made up as a whole is signed with a key of its own. */
	private void checkKey(CityKey key) {
		this.report.key(key.line());
		List<String> known = this.kept.stream()
			.filter((line) -> line.startsWith(KEPT_KEY))
			.map((line) -> line.substring(KEPT_KEY.length()).strip())
			.toList();
		if (known.isEmpty()) {
			this.report.impossible(Check.KEY, "verify.key.own");
			return;
		}
		this.report.done(Check.KEY, known.size());
		known.stream()
			.filter((other) -> !other.equalsIgnoreCase(key.line()))
			.forEach((other) -> this.report.found(Check.KEY, "verify.key.other", other));
	}

}

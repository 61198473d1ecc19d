package org.pingyi.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.pingyi.verify.rules.Rescoring;

/** Checks the scheme file against its digest, and each count against the scheme. */
final class SchemeChecks {

	static final String FILE = "scheme.json";

	private final Folder folder;

	private final Report report;

	private final Map<String, String> cycle;

	/**
	 * @param cycle the columns of the cycle by name
	 */
	SchemeChecks(Folder folder, Report report, Map<String, String> cycle) {
		this.folder = folder;
		this.report = report;
		this.cycle = cycle;
	}

	void run() {
		if (!this.folder.has(FILE) || column("scheme_digest").isEmpty()) {
			this.report.skipped(Check.SCHEME, FILE);
			this.report.skipped(Check.RESCORED, FILE);
			return;
		}
		String text = this.folder.text(FILE);
		this.report.done(Check.SCHEME, 1);
		if (!Sha256.hexOf(text).equals(column("scheme_digest"))) {
			this.report.found(Check.SCHEME, "verify.scheme.digest", column("scheme_digest"));
		}
		if (this.folder.has("runs.csv")) {
			checkRuns(Json.read(FILE, text));
		}
	}

	private String column(String name) {
		return this.cycle.getOrDefault(name, "");
	}

	private void checkRuns(@Nullable Object scheme) {
		List<Long> runs = new ArrayList<>();
		this.folder.rows("runs.csv", (row) -> {
			runs.add(row.number("run"));
			if (!row.text("scheme_version").equals(column("scheme_version"))) {
				this.report.found(Check.SCHEME, "verify.scheme.version", row.number("run"), row.text("scheme_version"),
						column("scheme_version"));
			}
		});
		if (JsonTree.text(scheme, "format").equals(Rescoring.FORMAT)) {
			runs.forEach((run) -> rescore(run, scheme));
		}
		else {
			this.report.skipped(Check.RESCORED, Rescoring.FORMAT);
		}
	}

	private void rescore(long run, @Nullable Object scheme) {
		String inputs = "runs/" + run + "/inputs.json";
		String outcome = "runs/" + run + "/outcome.json";
		if (this.folder.has(inputs) && this.folder.has(outcome)) {
			new RescoreCheck(this.report, run, scheme).run(Json.read(inputs, this.folder.text(inputs)),
					Json.read(outcome, this.folder.text(outcome)));
		}
		else {
			this.report.skipped(Check.RESCORED, inputs);
		}
	}

}

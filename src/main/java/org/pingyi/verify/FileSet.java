package org.pingyi.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a set must contain: the auditor's or the published one. Without this check a set
 * of which only three files are left would agree with itself.
 */
final class FileSet {

	private static final List<String> BOTH = List.of("scheme.json", "units.csv", "acts.csv", "receipts.csv",
			"nodes.csv", "tallies.csv", "counters.csv", "runs.csv", "scores.csv", "publication.csv");

	private static final List<String> AUDIT = List.of("ballots.csv", "apart.csv", "decided.csv", "trail.csv");

	private static final List<String> PUBLISHED = List.of("counted.csv");

	private final Folder folder;

	private final Report report;

	FileSet(Folder folder, Report report) {
		this.folder = folder;
		this.report = report;
	}

	/**
	 * Names each file that is not there.
	 * @param runs the counts of the year, whose documents auditors are given
	 */
	void run(Set<Long> runs) {
		List<String> files = new ArrayList<>(BOTH);
		files.addAll(isOfAuditor() ? ofAuditor(runs) : PUBLISHED);
		this.report.done(Check.FILES, files.size());
		files.stream()
			.filter((file) -> !this.folder.has(file))
			.forEach((file) -> this.report.found(Check.FILES, "verify.files.missing", file));
	}

	/** A set that has any of what only auditors get must have all of it. */
	private boolean isOfAuditor() {
		return AUDIT.stream().anyMatch(this.folder::has) || this.folder.has("runs");
	}

	private static List<String> ofAuditor(Set<Long> runs) {
		return Stream.concat(AUDIT.stream(), runs.stream().flatMap(FileSet::documents)).toList();
	}

	private static Stream<String> documents(long run) {
		return Stream.of("inputs", "outcome").map((document) -> "runs/" + run + "/" + document + ".json");
	}

}

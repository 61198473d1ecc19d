package org.pingyi.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a verification checked against what, and what it found. */
final class Report {

	private final Set<Check> wanted;

	private final Map<Check, Long> done = new EnumMap<>(Check.class);

	private final Map<Check, String> skipped = new EnumMap<>(Check.class);

	private final List<Discrepancy> findings = new ArrayList<>();

	private final List<String> toKeep = new ArrayList<>();

	private String title = "";

	/**
	 * @param wanted the checks to make; tests leave one out to see what it is good for
	 */
	Report(Set<Check> wanted) {
		this.wanted = EnumSet.copyOf(wanted);
	}

	void found(Check check, String key, Object... arguments) {
		if (this.wanted.contains(check)) {
			this.findings.add(new Discrepancy(check, key, Stream.of(arguments).map(String::valueOf).toList()));
		}
	}

	/** Notes how many things a check looked at. */
	void done(Check check, long things) {
		this.done.merge(check, things, Long::sum);
	}

	/** Notes that a check was not made for want of a file. */
	void skipped(Check check, String file) {
		this.skipped.merge(check, file, (one, other) -> one + ", " + other);
	}

	void keep(String line) {
		this.toKeep.add(line);
	}

	void title(String name) {
		this.title = name;
	}

	List<Discrepancy> findings() {
		return List.copyOf(this.findings);
	}

	List<Discrepancy> findings(Check check) {
		return this.findings.stream().filter((finding) -> finding.check() == check).toList();
	}

	long done(Check check) {
		return this.done.getOrDefault(check, 0L);
	}

	boolean wasDone(Check check) {
		return this.done.containsKey(check);
	}

	/** The files whose absence kept a check from being made, or "". */
	String skipped(Check check) {
		return this.skipped.getOrDefault(check, "");
	}

	/**
	 * Lines for a file kept elsewhere, to be checked against the files of a later day.
	 */
	List<String> toKeep() {
		return List.copyOf(this.toKeep);
	}

	String title() {
		return this.title;
	}

}

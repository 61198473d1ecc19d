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

	/** More of one kind than anybody reads; the rest is counted. */
	private static final long MOST = 10_000;

	private static final Set<Check> OF_COUNTS = EnumSet.of(Check.RUNS, Check.INPUTS, Check.RESCORED, Check.SCORES);

	private final Set<Check> wanted;

	private final Map<Check, Long> done = new EnumMap<>(Check.class);

	private final Map<Check, String> skipped = new EnumMap<>(Check.class);

	private final Map<Check, String> reasons = new EnumMap<>(Check.class);

	private final List<Discrepancy> findings = new ArrayList<>();

	/** How many there are of each, told or not. */
	private final Map<Check, Long> found = new EnumMap<>(Check.class);

	private final List<String> toKeep = new ArrayList<>();

	private boolean counted = true;

	private String title = "";

	private String key = "";

	/**
	 * @param wanted the checks to make; tests leave one out to see what it is good for
	 */
	Report(Set<Check> wanted) {
		this.wanted = EnumSet.copyOf(wanted);
	}

	void found(Check check, String key, Object... arguments) {
		if (this.wanted.contains(check) && this.found.merge(check, 1L, Long::sum) <= MOST) {
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

	/** Notes that a check was not made, and why, as a message key. */
	void impossible(Check check, String key) {
		this.reasons.put(check, key);
	}

	/** Notes that the year was not counted: what comes of counts cannot be checked. */
	void uncounted() {
		this.counted = false;
		OF_COUNTS.forEach((check) -> impossible(check, "verify.run.none"));
	}

	boolean counted() {
		return this.counted;
	}

	/** The message key of why a check could not be made, or "". */
	String reason(Check check) {
		return this.reasons.getOrDefault(check, "");
	}

	void keep(String line) {
		this.toKeep.add(line);
	}

	/** Notes the key that the set says is the city's, and keeps it. */
	void key(String line) {
		this.key = line;
		keep(Verification.KEPT_KEY + line);
	}

	void title(String name) {
		this.title = name;
	}

	List<Discrepancy> findings() {
		return List.copyOf(this.findings);
	}

	/** How many findings there are, also those that are not kept. */
	long count(Check check) {
		return this.found.getOrDefault(check, 0L);
	}

	/** How many findings there are in all. */
	long count() {
		return this.found.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Whether something does not fit, besides files that are missing. */
	boolean altered() {
		return count() > count(Check.FILES);
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

	String key() {
		return this.key;
	}

	String title() {
		return this.title;
	}

}

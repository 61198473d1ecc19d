package org.pingyi.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Checks everything that two persons let count, each count and the publication against
 * the signed acts.
 */
final class DecidedChecks {

	private static final List<String> EXCLUSION = List.of("channel", "unit", "signals", "proposed_by", "decided_by");

	private static final Duration TOLERANCE = Duration.ofMinutes(10);

	private final Folder folder;

	private final Report report;

	private final ActLog log;

	/** Codes of the units by their IDs. */
	private final Map<String, String> codes = new HashMap<>();

	/** Codes of bonuses that do not count at once. */
	private final Set<String> noticed = new HashSet<>();

	DecidedChecks(Folder folder, Report report, ActLog log) {
		this.folder = folder;
		this.report = report;
		this.log = log;
	}

	void run(Map<Long, RunChecks.Digests> runs) {
		if (this.log.head().isEmpty() || !this.log.complete()) {
			this.report.impossible(Check.DECIDED,
					this.log.head().isEmpty() ? "verify.head.before" : "verify.decided.hidden");
			return;
		}
		this.report.done(Check.DECIDED, this.log.acts().size());
		if (this.folder.has("units.csv")) {
			this.folder.rows("units.csv", (row) -> this.codes.put(row.text("unit"), row.text("code")));
		}
		readNoticed();
		this.log.acts()
			.stream()
			.filter(Act::alone)
			.forEach((act) -> this.report.found(Check.DECIDED, "verify.decided.alone", act.act(), act.subject()));
		checkExclusions();
		new RecordChecks(this.folder, this.report, this.log).run();
		if (this.folder.has("runs.csv")) {
			checkRuns(runs);
			checkPublication(runs);
			runs.keySet().forEach((run) -> checkInputs(run, run == RunChecks.last(runs.keySet())));
		}
	}

	private void checkExclusions() {
		if (!this.folder.has("apart.csv")) {
			this.report.skipped(Check.DECIDED, "apart.csv");
			return;
		}
		Set<String> signed = new TreeSet<>();
		this.log.all("exclusion.approved")
			.forEach((act) -> signed.add(String.join("|", act.detail(), act.proposedBy(), act.decidedBy())));
		Set<String> now = new TreeSet<>();
		this.folder.rows("apart.csv", (row) -> now.add(String.join("|", EXCLUSION.stream().map(row::text).toList())));
		differences(signed, now, "verify.decided.exclusion");
	}

	/**
	 * Tells each that is on one side alone: + is there without an act, - has only an act.
	 */
	private void differences(Set<String> signed, Set<String> now, String key, Object... before) {
		Differences.between(signed, now, (line, side) -> this.report.found(Check.DECIDED, key,
				Stream.concat(Stream.of(before), Stream.of(line.replace('|', ' '), side)).toArray()));
	}

	private void checkRuns(Map<Long, RunChecks.Digests> runs) {
		Set<String> signed = new TreeSet<>();
		this.log.all("result.counted").forEach((act) -> signed.add(act.subject() + "|" + act.detail()));
		Set<String> now = new TreeSet<>();
		runs.forEach((run, digests) -> now.add("run:" + run + "|" + digests.inputs() + "|" + digests.outcome()));
		differences(signed, now, "verify.decided.run");
	}

	private void checkPublication(Map<Long, RunChecks.Digests> runs) {
		if (!this.folder.has("publication.csv")) {
			return;
		}
		Set<String> signed = new TreeSet<>();
		this.log.all("result.published").forEach((act) -> signed.add(act.subject() + "|" + act.detail()));
		Set<String> now = new TreeSet<>();
		this.folder.rows("publication.csv", (row) -> {
			RunChecks.Digests digests = row.text("run").isEmpty() ? null : runs.get(row.number("run"));
			now.add("run:" + row.text("run")
					+ ((digests != null) ? "|" + digests.inputs() + "|" + digests.outcome() : ""));
			checkPublished(row.text("published_at"));
		});
		differences(signed, now, "verify.decided.publication");
	}

	/**
	 * The row and the entry are written one after the other. Files of early versions give
	 * the time without its zone.
	 */
	private void checkPublished(String published) {
		if (published.endsWith("Z")) {
			this.log.all("result.published")
				.stream()
				.map(Act::time)
				.filter((time) -> !isNear(time, published))
				.forEach((time) -> this.report.found(Check.DECIDED, "verify.decided.published", time, published));
		}
	}

	private static boolean isNear(String one, String other) {
		try {
			return Duration.between(Instant.parse(one), Instant.parse(other)).abs().compareTo(TOLERANCE) <= 0;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	private void checkInputs(long run, boolean last) {
		String file = "runs/" + run + "/inputs.json";
		if (!this.folder.has(file)) {
			this.report.skipped(Check.DECIDED, file);
			return;
		}
		Object inputs = Json.read(file, this.folder.text(file));
		long counted = counted(run);
		List<Act> before = this.log.acts().stream().filter((act) -> act.position() < counted).toList();
		Set<String> figures = new TreeSet<>();
		JsonTree.list(inputs, "figures").forEach((figure) -> figures.add(figure(figure)));
		differences(expected(figures(before), figures, !last), figures, "verify.decided.figure", run);
		checkIssued(run, inputs);
		Set<String> events = new TreeSet<>();
		JsonTree.list(inputs, "events").forEach((event) -> events.add(event(event)));
		Set<String> approved = expected(events(before, (rule) -> !this.noticed.contains(rule)), events, !last);
		approved.addAll(expected(events(before, this.noticed::contains), events, true));
		differences(approved, events, "verify.decided.event", run);
	}

	/** Years that were closed by earlier versions have no such act. */
	private void checkIssued(long run, @Nullable Object inputs) {
		Set<String> issued = JsonTree.list(inputs, "issued")
			.stream()
			.map((forms) -> String.join("|", JsonTree.text(forms, "unit"), JsonTree.text(forms, "channel"),
					JsonTree.text(forms, "raterClass"), JsonTree.plain(forms, "count")))
			.collect(Collectors.toCollection(TreeSet::new));
		this.log.all(RecordChecks.ISSUED)
			.forEach((act) -> differences(act.detail().lines().map(this::named).collect(Collectors.toSet()), issued,
					"verify.decided.issued", run));
	}

	/** The place of the act that tells of a count. */
	private long counted(long run) {
		return this.log.all("result.counted")
			.stream()
			.filter((act) -> act.subject().equals("run:" + run))
			.mapToLong(Act::position)
			.findFirst()
			.orElse(Long.MAX_VALUE);
	}

	/**
	 * What was approved and must be among what was counted.
	 * @param some whether a count may leave some out: an earlier one, which a later one
	 * puts right, or a bonus that is still on notice
	 */
	private static Set<String> expected(Set<String> approved, Set<String> counted, boolean some) {
		Set<String> expected = new TreeSet<>(approved);
		if (some) {
			expected.retainAll(counted);
		}
		return expected;
	}

	/** The latest of each unit and key supersedes the others, as in a count. */
	private Set<String> figures(List<Act> acts) {
		Map<String, String> figures = new HashMap<>();
		acts.stream()
			.filter((act) -> act.act().equals("figures.approved"))
			.flatMap((act) -> act.detail().lines())
			.forEach((line) -> figures.put(line.substring(0, Math.max(line.lastIndexOf('|'), 0)), named(line)));
		return new TreeSet<>(figures.values());
	}

	private static String figure(@Nullable Object figure) {
		return String.join("|", JsonTree.text(figure, "unit"), JsonTree.text(figure, "key"),
				JsonTree.plain(figure, "value"));
	}

	/** A detail that begins with the ID of a unit, with its code instead. */
	private String named(String detail) {
		int bar = detail.indexOf('|');
		return (bar < 0) ? detail : this.codes.getOrDefault(detail.substring(0, bar), "?") + detail.substring(bar);
	}

	private Set<String> events(List<Act> acts, Predicate<String> ofRule) {
		Set<String> events = new TreeSet<>();
		acts.stream()
			.filter((act) -> act.act().equals("adjustment.approved"))
			.filter((act) -> ofRule.test(act.field(1)))
			.forEach((act) -> events.add(act.subject().replace("adjustment:", "") + "|" + named(act.detail())));
		return events;
	}

	private static String event(@Nullable Object event) {
		return String.join("|", JsonTree.text(event, "id"), JsonTree.text(event, "unit"), JsonTree.text(event, "rule"),
				JsonTree.text(event, "cause"), JsonTree.text(event, "handling"), JsonTree.plain(event, "quantity"),
				JsonTree.text(event, "reference"));
	}

	/** The bonuses that are shown to all for some days before they count. */
	private void readNoticed() {
		if (this.folder.has(SchemeChecks.FILE)) {
			Object scheme = Json.read(SchemeChecks.FILE, this.folder.text(SchemeChecks.FILE));
			JsonTree.list(JsonTree.member(scheme, "adjustments"), "bonuses")
				.stream()
				.filter((bonus) -> !JsonTree.plain(bonus, "noticeDays").matches("0?"))
				.forEach((bonus) -> this.noticed.add(JsonTree.text(bonus, "code")));
		}
	}

}

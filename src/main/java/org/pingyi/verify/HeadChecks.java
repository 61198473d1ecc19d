package org.pingyi.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Checks scheme, units, channels and dates against what was signed at the opening, and
 * the close against its date.
 */
final class HeadChecks {

	private static final String UNITS = "units.csv";

	/** A column that the files of earlier versions do not have. */
	private static final String GROUP_NAME = "group_name";

	private static final List<String> CLOSED = List.of("CLOSED", "COUNTED", "NOTICED", "PUBLISHED");

	private final Folder folder;

	private final Report report;

	private final Map<String, String> cycle;

	private final ActLog log;

	HeadChecks(Folder folder, Report report, Map<String, String> cycle, ActLog log) {
		this.folder = folder;
		this.report = report;
		this.cycle = cycle;
		this.log = log;
	}

	void run() {
		if (this.log.head().isEmpty()) {
			this.report.impossible(Check.HEAD, "verify.head.before");
			return;
		}
		this.report.done(Check.HEAD, this.log.head().lines().size());
		checkName();
		checkScheme();
		checkUnits();
		checkDays();
	}

	private String column(String name) {
		return this.cycle.getOrDefault(name, "");
	}

	private void checkName() {
		String named = column("id") + "|" + column("code") + "|" + column("name");
		if (!this.log.head().one("cycle").equals(named)) {
			this.report.found(Check.HEAD, "verify.head.name", this.log.head().one("cycle"), named);
		}
	}

	private void checkScheme() {
		if (!this.folder.has(SchemeChecks.FILE)) {
			this.report.skipped(Check.HEAD, SchemeChecks.FILE);
			return;
		}
		String text = this.folder.text(SchemeChecks.FILE);
		String signed = this.log.head().one("scheme");
		if (!Sha256.hexOf(text).equals(signed)) {
			this.report.found(Check.HEAD, "verify.head.scheme", signed);
		}
		Object scheme = Json.read(SchemeChecks.FILE, text);
		differences(this.log.head().all("channel"), channels(scheme), "verify.head.channel");
		differences(this.log.head().all("treatment"), treatments(scheme), "verify.head.treatment");
	}

	private static List<String> channels(@Nullable Object scheme) {
		return JsonTree.list(scheme, "channels")
			.stream()
			.map((channel) -> String.join("|", JsonTree.text(channel, "code"), JsonTree.text(channel, "door"),
					JsonTree.list(channel, "raterClasses")
						.stream()
						.map(String::valueOf)
						.collect(Collectors.joining(","))))
			.toList();
	}

	private static List<String> treatments(@Nullable Object scheme) {
		List<String> lines = new ArrayList<>();
		for (Object channel : JsonTree.list(scheme, "channels")) {
			for (Object treatment : JsonTree.list(channel, "treatments")) {
				lines.add(String.join("|", JsonTree.text(channel, "code"), JsonTree.text(treatment, "signal"),
						JsonTree.text(treatment, "effect"), weight(treatment)));
			}
		}
		return lines;
	}

	private static String weight(@Nullable Object treatment) {
		return switch (JsonTree.text(treatment, "effect")) {
			case "COUNT" -> "1";
			case "SET_APART" -> "0";
			default -> (JsonTree.member(treatment, "weight") instanceof BigDecimal weight)
					? weight.stripTrailingZeros().toPlainString() : "";
		};
	}

	private void differences(List<String> signed, List<String> now, String key) {
		Differences.between(signed, now,
				(line, side) -> this.report.found(Check.HEAD, key, line.replace('|', ' '), side));
	}

	/** The columns of each unit by its ID. */
	private void checkUnits() {
		if (!this.folder.has(UNITS)) {
			this.report.skipped(Check.HEAD, UNITS);
			return;
		}
		Map<String, List<String>> signed = new TreeMap<>();
		this.log.head().all("unit").forEach((line) -> {
			List<String> fields = Arrays.asList(line.split("\\|", 5));
			signed.put(fields.getFirst(), fields.subList(1, fields.size()));
		});
		Map<String, List<String>> now = new HashMap<>();
		Set<String> groups = new TreeSet<>();
		this.folder.rows(UNITS, (row) -> {
			now.put(row.text("unit"), List.of(row.text("code"), row.text("group"), row.text("traits").replace(' ', ','),
					plain(row.text("name"))));
			if (row.has(GROUP_NAME)) {
				groups.add(row.text("group") + "|" + plain(row.text(GROUP_NAME)));
			}
		});
		if (!groups.isEmpty()) {
			differences(this.log.head().all("group"), List.copyOf(groups), "verify.head.group");
		}
		Set<String> all = new TreeSet<>(signed.keySet());
		all.addAll(now.keySet());
		all.stream()
			.filter((unit) -> !signed.getOrDefault(unit, List.of()).equals(now.getOrDefault(unit, List.of())))
			.forEach((unit) -> this.report.found(Check.HEAD, "verify.head.unit", unit, told(signed.get(unit)),
					told(now.get(unit))));
	}

	/** As the head holds it. */
	private static String plain(String name) {
		return name.replaceAll("\\p{Cntrl}", " ");
	}

	private static String told(@Nullable List<String> columns) {
		return (columns != null) ? String.join(" ", columns) : "-";
	}

	private void checkDays() {
		String[] signed = this.log.head().one("days").split("\\|", -1);
		String opens = signed[0];
		if (!opens.equals(column("opens_on"))) {
			this.report.found(Check.HEAD, "verify.head.opens", opens, column("opens_on"));
		}
		if (this.log.complete()) {
			List<Act> extended = this.log.all("cycle.extended");
			checkClose(extended.isEmpty() ? signed[signed.length - 1] : extended.getLast().detail());
		}
	}

	private void checkClose(String closes) {
		if (!closes.equals(column("closes_on"))) {
			this.report.found(Check.HEAD, "verify.head.closes", closes, column("closes_on"));
		}
		List<Act> closed = this.log.all("cycle.closed");
		if (closed.isEmpty() == CLOSED.contains(column("phase"))) {
			this.report.found(Check.HEAD, "verify.head.phase", column("phase"));
		}
		List<Act> closing = this.log.all("cycle.closing");
		Stream.concat(closing.stream(), closed.stream())
			.filter((act) -> act.detail().compareTo(closes) < 0)
			.forEach((act) -> this.report.found(Check.HEAD, "verify.head.early", act.detail(), closes));
		if (closing.size() > 1 || closed.size() > 1) {
			this.report.found(Check.HEAD, "verify.head.closedAgain", Math.max(closing.size(), closed.size()));
		}
		if (!closing.isEmpty() && !closed.isEmpty()
				&& !closing.getLast().decidedBy().equals(closed.getLast().decidedBy())) {
			this.report.found(Check.HEAD, "verify.head.closer", closing.getLast().decidedBy(),
					closed.getLast().decidedBy());
		}
	}

}

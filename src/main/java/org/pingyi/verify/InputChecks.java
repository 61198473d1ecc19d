package org.pingyi.verify;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Checks what a run took in against the tallies, the units and the exclusions. */
final class InputChecks {

	private final Folder folder;

	private final Report report;

	private final Map<Bar, Long> tallies;

	InputChecks(Folder folder, Report report, Map<Bar, Long> tallies) {
		this.folder = folder;
		this.report = report;
		this.tallies = tallies;
	}

	void check(long run, @Nullable Object inputs) {
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
	}

	/** What is published took in all that two persons excluded before. */
	void checkApart(long run, @Nullable Object inputs) {
		if (!this.folder.has("apart.csv")) {
			return;
		}
		Set<String> counted = new TreeSet<>();
		for (Object set : JsonTree.list(inputs, "apart")) {
			counted
				.add(JsonTree.text(set, "channel") + " " + JsonTree.text(set, "unit") + " " + number(set, "signals"));
		}
		Set<String> now = new TreeSet<>();
		this.folder.rows("apart.csv",
				(row) -> now.add(row.text("channel") + " " + row.text("unit_code") + " " + row.number("signals")));
		Differences.between(counted, now,
				(set, side) -> this.report.found(Check.INPUTS, "verify.inputs.apart", run, set));
	}

	/** Published files give the tallies of the run as far as everybody may see them. */
	void checkCounted(long last) {
		if (!this.folder.has("counted.csv")) {
			return;
		}
		Map<Bar, Long> counted = new HashMap<>();
		this.folder.rows("counted.csv",
				(row) -> counted.merge(Bar.of(row, row.text("unit_code")), row.number("count"), Long::sum));
		this.report.done(Check.INPUTS, counted.size());
		Bar.compare(counted, this.tallies,
				(bar, inRun, now) -> this.report.found(Check.INPUTS, "verify.inputs.tally", last, bar, inRun, now));
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

}

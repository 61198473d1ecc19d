package org.pingyi.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks each ballot against its leaf and its unit, and counts them again. */
final class BallotChecks {

	private static final int ITEMS = 24;

	private static final int PER_NUMBER = 6;

	private static final int BITS = 10;

	private static final int MASK = 1023;

	private static final List<String> ENTRY = List.of("position", "channel", "unit", "rater_class", "signals", "a1",
			"a2", "a3", "a4");

	private final Suite suite;

	private final Folder folder;

	private final String cycle;

	private final Report report;

	/** Codes of the units by their IDs. */
	private final Map<String, String> codes = new HashMap<>();

	private final Map<Bar, Long> counted = new HashMap<>();

	BallotChecks(Suite suite, Folder folder, String cycle, Report report) {
		this.suite = suite;
		this.folder = folder;
		this.cycle = cycle;
		this.report = report;
	}

	/** The count, bar by bar, by the ID of the unit. */
	Map<Bar, Long> counted() {
		return this.counted;
	}

	/**
	 * @param log takes each leaf
	 */
	void read(MerkleLog log) {
		if (this.folder.has("units.csv")) {
			this.folder.rows("units.csv", (row) -> this.codes.put(row.text("unit"), row.text("code")));
		}
		this.folder.rows("ballots.csv", (row) -> {
			byte[] leaf = row.hash("leaf");
			if (!Arrays.equals(leaf, this.suite.leaf(entry(row).getBytes(StandardCharsets.UTF_8)))) {
				this.report.found(Check.BALLOTS, "verify.ballot.leaf", row.text("position"), row.text("unit_code"));
			}
			if (this.codes.containsKey(row.text("unit"))
					&& !row.text("unit_code").equals(this.codes.get(row.text("unit")))) {
				this.report.found(Check.BALLOTS, "verify.ballot.unit", row.text("position"), row.text("unit_code"));
			}
			log.add(row.number("position"), leaf);
			count(row);
		});
		this.report.done(Check.BALLOTS, log.count());
	}

	private String entry(CsvRow row) {
		return "pingyi-ballot/1|" + this.cycle + "|" + String.join("|", ENTRY.stream().map(row::text).toList());
	}

	private void count(CsvRow row) {
		String unit = row.text("unit");
		Bar whole = new Bar(row.text("channel"), unit, row.text("rater_class"), row.number("signals"), 0, 0);
		this.counted.merge(whole, 1L, Long::sum);
		for (int item = 0; item < ITEMS; item++) {
			long packed = row.number("a" + (item / PER_NUMBER + 1));
			long code = (packed >> (item % PER_NUMBER * BITS) & MASK) - 1;
			if (code >= 0) {
				this.counted.merge(new Bar(whole.channel(), unit, whole.raterClass(), whole.signals(), item + 1, code),
						1L, Long::sum);
			}
		}
	}

}

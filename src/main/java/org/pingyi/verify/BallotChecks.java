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

	private static final List<String> ANSWERS = List.of("a1", "a2", "a3", "a4");

	private static final List<String> ENTRY = List.of("position", "channel", "unit", "rater_class", "signals", "a1",
			"a2", "a3", "a4");

	private final Suite suite;

	private final Folder folder;

	private final String cycle;

	private final Report report;

	/** Codes of the units by their IDs. */
	private final Map<String, String> codes = new HashMap<>();

	/** By the bar that counts whole ballots. */
	private final Map<Bar, Histogram> histograms = new HashMap<>();

	BallotChecks(Suite suite, Folder folder, String cycle, Report report) {
		this.suite = suite;
		this.folder = folder;
		this.cycle = cycle;
		this.report = report;
	}

	/** The count, bar by bar, by the ID of the unit. */
	Map<Bar, Long> counted() {
		Map<Bar, Long> bars = new HashMap<>();
		this.histograms.forEach((whole, histogram) -> histogram.addTo(bars, whole));
		return bars;
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
		StringBuilder entry = new StringBuilder("pingyi-ballot/1|").append(this.cycle);
		ENTRY.forEach((column) -> entry.append('|').append(row.text(column)));
		return entry.toString();
	}

	private void count(CsvRow row) {
		Bar whole = new Bar(row.text("channel"), row.text("unit"), row.text("rater_class"), row.number("signals"), 0,
				0);
		Histogram histogram = this.histograms.computeIfAbsent(whole, (bar) -> new Histogram());
		histogram.add(0, 0);
		for (int first = 0; first < ITEMS; first += PER_NUMBER) {
			long packed = row.number(ANSWERS.get(first / PER_NUMBER));
			for (int item = first + 1; packed != 0 && item <= first + PER_NUMBER; item++) {
				int code = (int) (packed & MASK) - 1;
				if (code >= 0) {
					histogram.add(item, code);
				}
				packed >>>= BITS;
			}
		}
	}

	/** How many ballots of a kind answered what. */
	private static final class Histogram {

		/** By item, then by code. */
		private final long[][] counts = new long[ITEMS + 1][0];

		void add(int item, int code) {
			if (code >= this.counts[item].length) {
				this.counts[item] = Arrays.copyOf(this.counts[item], code + 1);
			}
			this.counts[item][code]++;
		}

		void addTo(Map<Bar, Long> bars, Bar whole) {
			for (int item = 0; item <= ITEMS; item++) {
				for (int code = 0; code < this.counts[item].length; code++) {
					if (this.counts[item][code] > 0) {
						bars.put(
								new Bar(whole.channel(), whole.unit(), whole.raterClass(), whole.signals(), item, code),
								this.counts[item][code]);
					}
				}
			}
		}

	}

}

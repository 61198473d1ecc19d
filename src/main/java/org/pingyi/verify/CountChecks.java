package org.pingyi.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks the tallies against the ballots, and the counters against everything counted.
 */
final class CountChecks {

	private final Folder folder;

	private final Report report;

	private final LogChecks logs;

	/** Tallies by the ID of the unit, and by its code. */
	private final Map<Bar, Long> byNumber = new HashMap<>();

	private final Map<Bar, Long> byCode = new HashMap<>();

	CountChecks(Folder folder, Report report, LogChecks logs) {
		this.folder = folder;
		this.report = report;
		this.logs = logs;
	}

	void run() {
		if (!this.folder.has("tallies.csv")) {
			this.report.skipped(Check.TALLIES, "tallies.csv");
			this.report.skipped(Check.COUNTERS, "tallies.csv");
			return;
		}
		this.folder.rows("tallies.csv", (row) -> {
			this.byNumber.merge(Bar.of(row, row.text("unit")), row.number("count"), Long::sum);
			this.byCode.merge(Bar.of(row, row.text("unit_code")), row.number("count"), Long::sum);
		});
		this.report.done(Check.TALLIES, this.byNumber.size());
		if (this.logs.hasBallots()) {
			Bar.compare(this.byNumber, this.logs.counted(), (bar, said, counted) -> this.report.found(Check.TALLIES,
					"verify.tally.recount", bar, said, counted));
		}
		else {
			checkInThemselves();
		}
		checkCounters();
	}

	Map<Bar, Long> byCode() {
		return this.byCode;
	}

	/** Every ballot answers every item once, so each item adds up to the ballots. */
	private void checkInThemselves() {
		Map<Bar, Long> answers = new HashMap<>();
		this.byCode.forEach((bar, count) -> answers.merge(bar.anyAnswer(), count, Long::sum));
		answers.forEach((item, count) -> {
			long ballots = this.byCode.getOrDefault(item.ballots(), 0L);
			if (count != ballots) {
				this.report.found(Check.TALLIES, "verify.tally.sum", item, count, ballots);
			}
		});
	}

	private long tallied() {
		return this.byNumber.entrySet()
			.stream()
			.filter((bar) -> bar.getKey().item() == 0)
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	private void checkCounters() {
		if (!this.folder.has("counters.csv")) {
			this.report.skipped(Check.COUNTERS, "counters.csv");
			return;
		}
		this.folder.row("counters.csv", (row) -> {
			long rights = row.number("rights");
			equal("verify.counter.rights", rights, row.number("waiting") + row.number("ballots"));
			equal("verify.counter.waiting", row.number("waiting"), 0);
			equal("verify.counter.altered", row.number("altered"), 0);
			equal("verify.counter.logs", row.number("ballots"), row.number("receipts"));
			equal("verify.counter.tallied", row.number("tallied"), row.number("ballots"));
			equal("verify.counter.talliesFile", row.number("tallied"), tallied());
			if (this.folder.has("apart.csv")) {
				equal("verify.counter.apart", row.number("set_apart"), apart());
			}
			if (this.logs.hasBallots()) {
				equal("verify.counter.ballotsFile", row.number("ballots"), this.logs.ballots());
			}
			if (this.logs.hasReceipts()) {
				equal("verify.counter.receiptsFile", row.number("receipts"), this.logs.receipts());
			}
		});
	}

	/** Ballots of the classes that two persons excluded. */
	private long apart() {
		List<String> classes = new ArrayList<>();
		this.folder.rows("apart.csv", (row) -> {
			classes.add(row.text("channel") + " " + row.text("unit") + " " + row.text("signals"));
			if (row.text("proposed_by").equals(row.text("decided_by"))) {
				this.report.found(Check.COUNTERS, "verify.counter.apartAlone", row.text("unit_code"));
			}
		});
		return this.byNumber.entrySet()
			.stream()
			.filter((bar) -> bar.getKey().item() == 0)
			.filter((bar) -> classes
				.contains(bar.getKey().channel() + " " + bar.getKey().unit() + " " + bar.getKey().signals()))
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	private void equal(String key, long one, long other) {
		this.report.done(Check.COUNTERS, 1);
		if (one != other) {
			this.report.found(Check.COUNTERS, key, one, other);
		}
	}

}

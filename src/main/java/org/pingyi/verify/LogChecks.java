package org.pingyi.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks ballots and receipts against their leaves, their trees and the signed states.
 */
final class LogChecks {

	private static final int ITEMS = 24;

	private static final int PER_NUMBER = 6;

	private static final int BITS = 10;

	private static final int MASK = 1023;

	private static final String ACTS = "acts.csv";

	private static final List<String> ENTRY = List.of("position", "channel", "unit", "rater_class", "signals", "a1",
			"a2", "a3", "a4");

	private final Suite suite;

	private final Folder folder;

	private final String cycle;

	private final Report report;

	private final MerkleLog ballots;

	private final MerkleLog receipts;

	private final MerkleLog acts;

	/** Codes of the units by their numbers. */
	private final Map<String, String> codes = new HashMap<>();

	/** The entries of the acts as far as the files tell them, in their order. */
	private final List<String> entries = new ArrayList<>();

	/** The count of the ballots, bar by bar, by the number of the unit. */
	private final Map<Bar, Long> counted = new HashMap<>();

	LogChecks(Suite suite, Folder folder, String cycle, Report report) {
		this.suite = suite;
		this.folder = folder;
		this.cycle = cycle;
		this.report = report;
		this.ballots = new MerkleLog(suite, "ballots.csv", report, Check.BALLOTS);
		this.receipts = new MerkleLog(suite, "receipts.csv", report, Check.RECEIPTS);
		this.acts = new MerkleLog(suite, ACTS, report, Check.ACTS);
	}

	void run(List<SignedState> states) {
		readBallots();
		readReceipts();
		readActs();
		checkLengths(states);
		if (hasBallots()) {
			this.ballots.checkRoots(states, SignedState::size, SignedState::ballotsRoot);
		}
		if (hasReceipts()) {
			this.receipts.checkRoots(states, SignedState::size, SignedState::receiptsRoot);
		}
		if (hasActs()) {
			this.acts.checkRoots(states, SignedState::acts, SignedState::actsRoot);
		}
		checkNodes();
	}

	boolean hasBallots() {
		return this.folder.has("ballots.csv");
	}

	boolean hasReceipts() {
		return this.folder.has("receipts.csv");
	}

	boolean hasActs() {
		return this.folder.has(ACTS);
	}

	List<String> acts() {
		return this.entries;
	}

	long ballots() {
		return this.ballots.count();
	}

	long receipts() {
		return this.receipts.count();
	}

	Map<Bar, Long> counted() {
		return this.counted;
	}

	private void readBallots() {
		if (!hasBallots()) {
			this.report.skipped(Check.BALLOTS, "ballots.csv");
			return;
		}
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
			this.ballots.add(row.number("position"), leaf);
			count(row);
		});
		this.report.done(Check.BALLOTS, this.ballots.count());
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

	private void readReceipts() {
		if (!hasReceipts()) {
			this.report.skipped(Check.RECEIPTS, "receipts.csv");
			return;
		}
		Set<String> known = new HashSet<>();
		this.folder.rows("receipts.csv", (row) -> {
			byte[] leaf = row.hash("leaf");
			if (!Arrays.equals(leaf, this.suite.leaf(row.hash("receipt_hash")))) {
				this.report.found(Check.RECEIPTS, "verify.receipt.leaf", row.text("position"));
			}
			if (!known.add(row.text("receipt_hash"))) {
				this.report.found(Check.RECEIPTS, "verify.receipt.twice", row.text("position"));
			}
			this.receipts.add(row.number("position"), leaf);
		});
		this.report.done(Check.RECEIPTS, this.receipts.count());
	}

	/** Files for everybody tell the leaves of acts alone, besides the head. */
	private void readActs() {
		if (!hasActs()) {
			this.report.skipped(Check.ACTS, ACTS);
			return;
		}
		this.folder.rows(ACTS, (row) -> {
			byte[] leaf = row.hash("leaf");
			String entry = row.text("entry");
			if (!entry.isEmpty() && !Arrays.equals(leaf, this.suite.leaf(entry.getBytes(StandardCharsets.UTF_8)))) {
				this.report.found(Check.ACTS, "verify.act.leaf", row.text("position"));
			}
			this.acts.add(row.number("position"), leaf);
			this.entries.add(entry);
		});
		this.report.done(Check.ACTS, this.acts.count());
	}

	private void checkLengths(List<SignedState> states) {
		long signed = states.isEmpty() ? 0 : states.getLast().size();
		checkLength(hasBallots(), this.ballots, "ballots.csv", signed);
		checkLength(hasReceipts(), this.receipts, "receipts.csv", signed);
		checkLength(hasActs(), this.acts, ACTS, states.isEmpty() ? 0 : states.getLast().acts());
	}

	private void checkLength(boolean there, MerkleLog log, String file, long signed) {
		if (!there) {
			this.report.skipped(Check.LENGTH, file);
			return;
		}
		this.report.done(Check.LENGTH, 1);
		if (log.count() < signed) {
			this.report.found(Check.LENGTH, "verify.log.short", file, log.count(), signed);
		}
		else if (log.count() > signed) {
			this.report.found(Check.LENGTH, "verify.log.uncovered", file, log.count(), signed);
		}
	}

	private void checkNodes() {
		if (!this.folder.has("nodes.csv")) {
			this.report.skipped(Check.NODES, "nodes.csv");
			return;
		}
		this.folder.rows("nodes.csv",
				(row) -> log(row).addNode(row.number("level"), row.number("index"), row.hash("hash")));
		if (hasBallots()) {
			this.ballots.checkNodes();
		}
		if (hasReceipts()) {
			this.receipts.checkNodes();
		}
		if (hasActs()) {
			this.acts.checkNodes();
		}
	}

	private MerkleLog log(CsvRow row) {
		return switch ((int) row.number("log")) {
			case 0 -> this.ballots;
			case 1 -> this.receipts;
			default -> this.acts;
		};
	}

}

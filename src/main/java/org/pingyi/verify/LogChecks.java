package org.pingyi.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.pingyi.verify.hash.SeenHashes;

/**
 * Checks ballots and receipts against their leaves, their trees and the signed states.
 */
final class LogChecks {

	private static final String ACTS = "acts.csv";

	private final Suite suite;

	private final Folder folder;

	private final Report report;

	private final BallotChecks rows;

	private final MerkleLog ballots;

	private final MerkleLog receipts;

	private final MerkleLog acts;

	/** The entries of the acts as far as the files tell them, in their order. */
	private final List<String> entries = new ArrayList<>();

	LogChecks(Suite suite, Folder folder, String cycle, Report report) {
		this.suite = suite;
		this.folder = folder;
		this.report = report;
		this.rows = new BallotChecks(suite, folder, cycle, report);
		this.ballots = new MerkleLog(suite, "ballots.csv", report, Check.BALLOTS);
		this.receipts = new MerkleLog(suite, "receipts.csv", report, Check.RECEIPTS);
		this.acts = new MerkleLog(suite, ACTS, report, Check.ACTS);
	}

	void run(List<SignedState> states) {
		if (hasBallots()) {
			this.rows.read(this.ballots);
		}
		else {
			this.report.skipped(Check.BALLOTS, "ballots.csv");
		}
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

	/** The count of the ballots, bar by bar, by the ID of the unit. */
	Map<Bar, Long> counted() {
		return this.rows.counted();
	}

	private void readReceipts() {
		if (!hasReceipts()) {
			this.report.skipped(Check.RECEIPTS, "receipts.csv");
			return;
		}
		SeenHashes seen = new SeenHashes();
		this.folder.rows("receipts.csv", (row) -> {
			byte[] leaf = row.hash("leaf");
			byte[] own = this.suite.leaf(row.hash("receipt_hash"));
			if (!Arrays.equals(leaf, own)) {
				this.report.found(Check.RECEIPTS, "verify.receipt.leaf", row.text("position"));
			}
			if (!seen.add(own)) {
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

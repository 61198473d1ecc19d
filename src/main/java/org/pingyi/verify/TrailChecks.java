package org.pingyi.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Walks the trail's chain and checks the runs against what it says of them. */
final class TrailChecks {

	private static final int HASH = 32;

	private final Folder folder;

	private final Report report;

	private final String subject;

	/** Number and hash of entries that somebody kept; found ones are taken out. */
	private final Set<String> kept;

	private final Set<String> counted = new TreeSet<>();

	private final Set<String> published = new TreeSet<>();

	private long last;

	private byte[] before = new byte[HASH];

	/**
	 * @param subject how the trail names the year
	 */
	TrailChecks(Folder folder, Report report, String subject, Set<String> kept) {
		this.folder = folder;
		this.report = report;
		this.subject = subject;
		this.kept = new TreeSet<>(kept);
	}

	void run(Map<Long, RunChecks.Digests> runs) {
		if (!this.folder.has("trail.csv")) {
			this.report.skipped(Check.TRAIL, "trail.csv");
			this.report.skipped(Check.RECORDED, "trail.csv");
			return;
		}
		if (!this.kept.isEmpty()) {
			this.report.done(Check.KEPT, this.kept.size());
		}
		this.folder.rows("trail.csv", this::check);
		this.report.done(Check.TRAIL, this.last);
		this.kept.forEach(
				(entry) -> this.report.found(Check.KEPT, "verify.kept.trail", entry.substring(0, entry.indexOf(' '))));
		this.report.keep("trail " + this.last + " " + Sha256.hex(this.before));
		if (this.folder.has("runs.csv")) {
			checkRuns(runs);
		}
	}

	private void check(CsvRow row) {
		long id = row.number("id");
		byte[] hash = row.hash("hash");
		if (id != this.last + 1) {
			this.report.found(Check.TRAIL, "verify.trail.gap", this.last + 1, id - 1);
		}
		else if (!Arrays.equals(row.hash("previous_hash"), this.before)) {
			this.report.found(Check.TRAIL, "verify.trail.unchained", id);
		}
		if (!Arrays.equals(hash, hash(row))) {
			this.report.found(Check.TRAIL, "verify.trail.altered", id, row.text("act"));
		}
		this.kept.remove(id + " " + Sha256.hex(hash));
		remember(row);
		this.last = id;
		this.before = hash;
	}

	private static byte[] hash(CsvRow row) {
		byte[] id = ByteBuffer.allocate(Long.BYTES).putLong(row.number("id")).array();
		Stream<byte[]> fields = Stream.of("at", "actor", "act", "subject", "detail").flatMap((column) -> {
			byte[] field = row.text(column).getBytes(StandardCharsets.UTF_8);
			return Stream.of(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array(), field);
		});
		return Sha256.of(Stream.concat(Stream.of(row.hash("previous_hash"), id), fields).toArray(byte[][]::new));
	}

	private void remember(CsvRow row) {
		if (row.text("subject").equals(this.subject)) {
			switch (row.text("act")) {
				case "result.counted" -> this.counted.add(row.text("detail"));
				case "result.published" -> this.published.add(row.text("detail"));
				default -> {
				}
			}
		}
	}

	private void checkRuns(Map<Long, RunChecks.Digests> runs) {
		Set<String> unknown = new TreeSet<>(this.counted);
		runs.forEach((number, run) -> {
			this.report.done(Check.RECORDED, 1);
			if (!unknown.remove(number + ": " + run.inputs() + " to " + run.outcome())) {
				this.report.found(Check.RECORDED, "verify.recorded.run", number);
			}
		});
		unknown.forEach((detail) -> this.report.found(Check.RECORDED, "verify.recorded.noRun", detail));
		if (this.folder.has("publication.csv")) {
			this.folder.rows("publication.csv", (row) -> checkPublished(row, runs));
		}
		this.published.forEach((detail) -> this.report.found(Check.RECORDED, "verify.recorded.noPublication", detail));
	}

	private void checkPublished(CsvRow row, Map<Long, RunChecks.Digests> runs) {
		String run = row.text("run");
		RunChecks.Digests digests = run.isEmpty() ? null : runs.get(row.number("run"));
		if (!this.published.remove("run " + run + ": " + ((digests != null) ? digests.outcome() : ""))) {
			this.report.found(Check.RECORDED, "verify.recorded.publication", run.isEmpty() ? "-" : run);
		}
	}

}

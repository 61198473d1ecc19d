package org.pingyi.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Checks steps, decisions of two persons, counts and objections, with their times and
 * reasons, against the signed acts.
 */
final class RecordChecks {

	private static final String FILE = "decided.csv";

	/** How many forms were handed out, as it was signed at the close. */
	static final String ISSUED = "forms.issued";

	/** A column that the files of earlier versions do not have. */
	private static final String AT = "decided_at";

	private static final String OPENED = "cycle.opened";

	/** The acts that leave a row behind besides the log. */
	private static final Set<String> RECORDED = Set.of("adjustment.approved", "figures.approved", "exclusion.approved",
			"key.destroyed", "result.objected", "result.upheld", "result.dismissed", ISSUED);

	/** The same that earlier versions did not tell. */
	private static final Set<String> LATER = Set.of(OPENED, "cycle.closing", "cycle.closed", "cycle.counted",
			"cycle.noticed", "cycle.published", "result.counted", "result.published");

	private final Folder folder;

	private final Report report;

	private final ActLog log;

	RecordChecks(Folder folder, Report report, ActLog log) {
		this.folder = folder;
		this.report = report;
		this.log = log;
	}

	void run() {
		if (!this.folder.has(FILE)) {
			this.report.skipped(Check.DECIDED, FILE);
			return;
		}
		Map<Line, String> signed = signed();
		Set<Line> now = new TreeSet<>();
		this.folder.rows(FILE, (row) -> {
			Line line = isComplete() ? Line.of(row) : Line.of(row).in(signed.keySet());
			if (!now.add(line)) {
				differs(line, "+");
			}
			checkTime(line, row, signed.get(line));
		});
		signed.keySet().stream().sorted().filter((line) -> !now.contains(line)).forEach((line) -> differs(line, "-"));
		now.stream()
			.filter((line) -> !signed.containsKey(line) && isExpected(line))
			.forEach((line) -> differs(line, "+"));
	}

	/**
	 * What was signed, and when. A step is kept once, however often a year is counted.
	 */
	private Map<Line, String> signed() {
		boolean[] all = { false };
		this.folder.rows(FILE, (row) -> all[0] |= row.has(AT));
		Map<Line, String> signed = new HashMap<>();
		Set<String> steps = new HashSet<>();
		this.log.acts()
			.stream()
			.filter((act) -> RECORDED.contains(act.act()) || (all[0] && LATER.contains(act.act())))
			.filter((act) -> !act.act().startsWith("cycle.") || steps.add(act.act()))
			.forEach((act) -> signed.putIfAbsent(Line.of(act), act.time()));
		return signed;
	}

	/** The row and the entry are written one after the other. */
	private void checkTime(Line line, CsvRow row, @Nullable String signed) {
		String now = row.has(AT) ? row.text(AT) : "";
		if (signed != null && !now.isEmpty() && !DecidedChecks.isNear(signed, now)) {
			this.report.found(Check.DECIDED, "verify.decided.time", line.act(), line.subject(), signed, now);
		}
	}

	/**
	 * Years that were opened under the first format have objections without an act, and
	 * years that were opened or closed by earlier versions have an opening, or forms that
	 * were handed out.
	 */
	private boolean isExpected(Line line) {
		return (line.act().equals(ISSUED) || line.act().equals(OPENED)) ? !this.log.all(line.act()).isEmpty()
				: !line.act().equals("result.objected") || isComplete();
	}

	/** Whether all acts of the year are of the format that covers words. */
	private boolean isComplete() {
		return this.log.head().one("acts").equals(Act.FORMAT);
	}

	private void differs(Line line, String side) {
		this.report.found(Check.DECIDED, "verify.decided.record", line.act(), line.subject(), line.proposedBy(),
				line.decidedBy(), side);
	}

	/**
	 * What an act and a row have in common.
	 *
	 * @param words digest of the words
	 */
	private record Line(String act, String subject, String proposedBy, String decidedBy, String detail,
			String words) implements Comparable<Line> {

		static Line of(Act act) {
			return new Line(act.act(), act.subject(), act.proposedBy(), act.decidedBy(), act.detail(), act.words());
		}

		static Line of(CsvRow row) {
			String words = row.text("words");
			return new Line(row.text("act"), row.text("subject"), row.text("proposed_by"), row.text("decided_by"),
					row.text("detail"), words.isEmpty() ? "" : Sha256.hexOf(words));
		}

		/** Acts of the first format say nothing of the words. */
		Line in(Set<Line> signed) {
			Line first = new Line(this.act, this.subject, this.proposedBy, this.decidedBy, this.detail, "");
			return signed.contains(first) ? first : this;
		}

		@Override
		public int compareTo(Line other) {
			return toString().compareTo(other.toString());
		}

	}

}

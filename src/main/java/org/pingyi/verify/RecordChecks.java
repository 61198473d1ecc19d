package org.pingyi.verify;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks decisions of two persons and objections, with their reasons, against the signed
 * acts.
 */
final class RecordChecks {

	private static final String FILE = "decided.csv";

	/** How many forms were handed out, as it was signed at the close. */
	static final String ISSUED = "forms.issued";

	/** The acts that leave a row behind besides the log. */
	private static final Set<String> RECORDED = Set.of("adjustment.approved", "figures.approved", "exclusion.approved",
			"key.destroyed", "result.objected", "result.upheld", "result.dismissed", ISSUED);

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
		Set<Line> signed = this.log.acts()
			.stream()
			.filter((act) -> RECORDED.contains(act.act()))
			.map(Line::of)
			.collect(Collectors.toSet());
		Set<Line> now = new TreeSet<>();
		this.folder.rows(FILE, (row) -> {
			Line line = isComplete() ? Line.of(row) : Line.of(row).in(signed);
			if (!now.add(line)) {
				differs(line, "+");
			}
		});
		signed.stream().sorted().filter((line) -> !now.contains(line)).forEach((line) -> differs(line, "-"));
		now.stream().filter((line) -> !signed.contains(line) && isExpected(line)).forEach((line) -> differs(line, "+"));
	}

	/**
	 * Years that were opened under the first format have objections without an act, and
	 * years that were closed by earlier versions have forms that were handed out.
	 */
	private boolean isExpected(Line line) {
		return line.act().equals(ISSUED) ? !this.log.all(ISSUED).isEmpty()
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

package org.pingyi.intake.hotline;

import java.util.List;

import org.pingyi.base.job.KeptRows;
import org.pingyi.base.web.Spreadsheet;

/**
 * Checks and keeps the rows of a file while it is read, without the numbers of callers.
 */
final class UploadedCases implements Spreadsheet.Reader {

	private final CaseCheck check;

	private final KeptRows kept = new KeptRows(CaseSheet.COLUMNS);

	private boolean fits;

	UploadedCases(CaseCheck check) {
		this.check = check;
	}

	@Override
	public void header(int number, List<String> names) {
		this.fits = this.check.has(number, names);
	}

	@Override
	public void row(Spreadsheet.Row row) {
		if (this.fits) {
			Spreadsheet.Row redacted = CaseSheet.redacted(row);
			this.check.add(redacted);
			this.kept.add(redacted);
		}
	}

	/** Whether it has the columns of cases. */
	boolean fits() {
		return this.fits;
	}

	byte[] bytes() {
		return this.kept.bytes();
	}

}

package org.pingyi.intake.review.list;

import java.util.List;

import org.pingyi.base.job.KeptRows;
import org.pingyi.base.web.RowError;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.intake.review.NewInvitation;

/** Checks and keeps the rows of a list while its file is read. */
final class UploadedList implements Spreadsheet.Reader {

	private final InvitationFile file;

	private final KeptRows kept;

	private boolean fits;

	UploadedList(InvitationFile file, KeptRows kept) {
		this.file = file;
		this.kept = kept;
	}

	@Override
	public void header(int number, List<String> names) {
		this.fits = this.file.has(number, names);
	}

	@Override
	public void row(Spreadsheet.Row row) {
		if (this.fits) {
			this.file.add(row);
			this.kept.add(row);
		}
	}

	/** Whether it has the columns of a list. */
	boolean fits() {
		return this.fits;
	}

	List<NewInvitation> people() {
		return this.file.people();
	}

	List<RowError> errors() {
		return this.file.errors();
	}

	byte[] bytes() {
		return this.kept.bytes();
	}

}

package org.pingyi.base.web.workbook;

import java.io.IOException;

/** Says why a workbook cannot be read, and where. */
public final class UnreadableWorkbook extends IOException {

	/** What is wrong with a workbook. */
	public enum Reason {

		/** It is an archive of something else. */
		OTHER_KIND,

		/** It breaks the format, or carries what no spreadsheet program writes. */
		DAMAGED,

		/** It carries programs. */
		MACROS,

		/** It unpacks to more than a reader holds. */
		TOO_LARGE,

		/** A cell beyond the last column that is read. */
		TOO_WIDE,

		/** A cell's formula failed, or was never calculated. */
		FORMULA,

		/** A number of which the spreadsheet dropped digits, or shows an exponent. */
		DIGITS,

		/** A number that is formatted as a date, and is none. */
		DATE

	}

	private final Reason reason;

	private final String cell;

	UnreadableWorkbook(Reason reason, String cell) {
		super(reason + " " + cell);
		this.reason = reason;
		this.cell = cell;
	}

	static UnreadableWorkbook damaged() {
		return new UnreadableWorkbook(Reason.DAMAGED, "");
	}

	static UnreadableWorkbook tooLarge() {
		return new UnreadableWorkbook(Reason.TOO_LARGE, "");
	}

	public Reason reason() {
		return this.reason;
	}

	/** The cell that it concerns, such as {@code B7}, or "". */
	public String cell() {
		return this.cell;
	}

}

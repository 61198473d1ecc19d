package org.pingyi.base.web;

/**
 * What is wrong in one cell of an uploaded file, for the row-by-row list of errors.
 *
 * @param row the row's number as a spreadsheet shows it
 * @param column the column's name
 * @param key the message key of the error
 * @param value what the cell holds, the message's first argument
 */
public record RowError(int row, String column, String key, String value) {

	/** The arguments of the message; templates take an empty text alone for none. */
	public Object[] arguments() {
		return new Object[] { this.value };
	}

}

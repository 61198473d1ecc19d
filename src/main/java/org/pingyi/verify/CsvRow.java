package org.pingyi.verify;

import java.util.List;

/**
 * A line of a table.
 *
 * @param file the table
 * @param line its line from 1, the header counted
 */
record CsvRow(String file, long line, List<String> header, List<String> cells) {

	String text(String column) {
		int index = this.header.indexOf(column);
		if (index < 0 || index >= this.cells.size()) {
			throw new Unreadable(this.file, this.line, column);
		}
		return this.cells.get(index);
	}

	/** Whether the table has a column. */
	boolean has(String column) {
		return this.header.contains(column);
	}

	long number(String column) {
		try {
			return Long.parseLong(text(column));
		}
		catch (NumberFormatException ex) {
			throw new Unreadable(this.file, this.line, column);
		}
	}

	byte[] hash(String column) {
		try {
			return Sha256.bytes(text(column));
		}
		catch (IllegalArgumentException ex) {
			throw new Unreadable(this.file, this.line, column);
		}
	}

}

package org.pingyi.base.web;

import java.util.List;
import java.util.Map;

/**
 * A table read from a CSV or XLSX file.
 *
 * @param headerRow number of the row that names the columns, as a spreadsheet shows it
 * @param header the column names, trimmed
 * @param rows the rows that are not empty
 */
public record Spreadsheet(int headerRow, List<String> header, List<Row> rows) {

	/** A table whose first row names the columns. */
	public Spreadsheet(List<String> header, List<Row> rows) {
		this(1, header, rows);
	}

	/** Takes a table row by row, as it is read. */
	public interface Reader {

		/**
		 * Takes the row that names the columns, before all others.
		 * @param number its number, as a spreadsheet shows it
		 * @param names the column names, trimmed
		 */
		void header(int number, List<String> names);

		/** Takes the next row that is not empty. */
		void row(Row row);

	}

	/**
	 * One row.
	 *
	 * @param number its number in the file as a spreadsheet shows it
	 * @param cells the trimmed text of each column by its name, where there is any
	 */
	public record Row(int number, Map<String, String> cells) {

		/** The text of a cell; "" where there is none. */
		public String cell(String column) {
			return this.cells.getOrDefault(column, "");
		}

	}

}

package org.pingyi.base.web;

import java.util.List;
import java.util.Map;

/**
 * A table read from a CSV or XLSX file.
 *
 * @param header the column names of the first row, trimmed
 * @param rows the rows that are not empty
 */
public record Spreadsheet(List<String> header, List<Row> rows) {

	/**
	 * One row.
	 *
	 * @param number its number in the file as a spreadsheet shows it; the header is 1
	 * @param cells the trimmed text of each column by its name; an absent cell is ""
	 */
	public record Row(int number, Map<String, String> cells) {

		public String cell(String column) {
			return this.cells.getOrDefault(column, "");
		}

	}

}

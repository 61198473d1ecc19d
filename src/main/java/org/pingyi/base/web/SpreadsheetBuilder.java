package org.pingyi.base.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pingyi.base.web.Spreadsheet.Row;

/** Builds a table from the cells of a file, row by row, and checks its rules. */
class SpreadsheetBuilder {

	private List<String> header = List.of();

	private final List<Row> rows = new ArrayList<>();

	/** Adds the next row of the file with its number as a spreadsheet shows it. */
	void add(int number, List<String> cells) {
		List<String> trimmed = cells.stream().map(SpreadsheetBuilder::trim).toList();
		if (trimmed.stream().allMatch(String::isEmpty)) {
			return;
		}
		if (this.header.isEmpty()) {
			this.header = named(trimmed);
		}
		else {
			this.rows.add(row(number, trimmed));
		}
		if (this.rows.size() > Spreadsheets.MOST_ROWS) {
			throw Refusal.invalid("web.sheet.long", Spreadsheets.MOST_ROWS);
		}
	}

	Spreadsheet build() {
		if (this.header.isEmpty()) {
			throw Refusal.invalid("web.sheet.empty");
		}
		return new Spreadsheet(this.header.stream().filter((name) -> !name.isEmpty()).toList(), List.copyOf(this.rows));
	}

	private static List<String> named(List<String> names) {
		Set<String> seen = new HashSet<>();
		for (String name : names) {
			if (!name.isEmpty() && !seen.add(name)) {
				throw Refusal.invalid("web.sheet.twice", name);
			}
		}
		return names;
	}

	private Row row(int number, List<String> cells) {
		Map<String, String> byName = new LinkedHashMap<>();
		for (int i = 0; i < this.header.size(); i++) {
			if (!this.header.get(i).isEmpty()) {
				byName.put(this.header.get(i), (i < cells.size()) ? cells.get(i) : "");
			}
		}
		return new Row(number, byName);
	}

	/**
	 * Without the spaces around it, full-width and no-break ones included, which people
	 * paste.
	 */
	private static String trim(String cell) {
		return SpreadsheetCells.original(cell.replace('\u00a0', ' ').strip()).strip();
	}

}

package org.pingyi.base.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Spreadsheet.Reader;
import org.pingyi.base.web.Spreadsheet.Row;

/** Hands the rows of a file on, and checks the rules of a table. */
class SpreadsheetBuilder {

	/** A title, a unit and a date may stand above the names of the columns. */
	private static final int LAST_HEADER_ROW = 10;

	private static final int LONGEST_EXCERPT = 80;

	/** Rows of so many cells may all be filled. */
	private static final int CELLS_IN_ROW = 25;

	private final ColumnNames columns;

	private final int most;

	private final Reader reader;

	private @Nullable Header header;

	private @Nullable Row first;

	private int rows;

	private int last = 1;

	private int empty;

	private long filled;

	/**
	 * Hands a table on.
	 * @param columns names by which the header is known; none takes the first row
	 * @param most the most rows that it may hold, the header not counted
	 * @param reader takes them
	 */
	SpreadsheetBuilder(Collection<String> columns, int most, Reader reader) {
		this.columns = new ColumnNames(columns);
		this.most = most;
		this.reader = reader;
	}

	/** How many times longer it may be than most tables. */
	int times() {
		return Math.max(1, this.most / Spreadsheets.MOST_ROWS);
	}

	/** Adds the next row of the file with its number as a spreadsheet shows it. */
	void add(int number, List<String> cells) {
		List<String> texts = SpreadsheetCells.texts(number, cells);
		if (texts.isEmpty()) {
			countEmpty();
		}
		else if (this.header != null) {
			addRow(number, texts, this.header);
		}
		else {
			seekHeader(number, texts);
		}
	}

	private void countEmpty() {
		if (++this.empty > this.most) {
			throw Refusal.invalid("web.sheet.blank", this.most, this.last);
		}
	}

	private void addRow(int number, List<String> texts, Header names) {
		Row row = names.row(number, texts);
		this.filled += row.cells().size();
		this.last = number;
		if (++this.rows > this.most) {
			throw Refusal.invalid("web.sheet.long", this.most);
		}
		if (this.filled > (long) CELLS_IN_ROW * this.most) {
			throw Refusal.invalid("web.sheet.cells", CELLS_IN_ROW * this.most);
		}
		this.reader.row(row);
	}

	private void seekHeader(int number, List<String> texts) {
		List<String> names = texts.stream().map(this.columns::named).toList();
		if (this.columns.areIn(names)) {
			this.header = new Header(number, names);
			this.reader.header(number, names.stream().filter((name) -> !name.isEmpty()).toList());
		}
		else if (this.first == null) {
			this.first = new Row(number, Map.of("", String.join(" ", texts)));
		}
		if (this.header == null && number >= LAST_HEADER_ROW) {
			throw noHeader();
		}
	}

	/** The file has ended; how many rows it held. */
	int end() {
		if (this.header == null) {
			throw (this.first != null) ? noHeader() : Refusal.invalid("web.sheet.empty");
		}
		return this.rows;
	}

	private Refusal noHeader() {
		return Refusal.invalid("web.sheet.header", (this.first != null) ? this.first.number() : 1,
				SpreadsheetCells.excerpt((this.first != null) ? this.first.cell("") : "", LONGEST_EXCERPT),
				this.columns.all());
	}

	/**
	 * The row that names the columns.
	 *
	 * @param number its number in the file
	 * @param names the names; "" where there is none
	 */
	private record Header(int number, List<String> names) {

		Header {
			Set<String> seen = new HashSet<>();
			for (String name : names) {
				if (!name.isEmpty() && !seen.add(name)) {
					throw Refusal.invalid("web.sheet.twice", SpreadsheetCells.excerpt(name, LONGEST_EXCERPT));
				}
			}
		}

		Row row(int number, List<String> texts) {
			Map<String, String> byName = new LinkedHashMap<>();
			for (int i = 0; i < Math.min(this.names.size(), texts.size()); i++) {
				if (!this.names.get(i).isEmpty() && !texts.get(i).isEmpty()) {
					byName.put(this.names.get(i), texts.get(i));
				}
			}
			return new Row(number, byName);
		}

	}

	/** The names by which a header is known, however they are spaced in a cell. */
	private static final class ColumnNames {

		private final Map<String, String> byPlain;

		ColumnNames(Collection<String> names) {
			this.byPlain = names.stream()
				.collect(Collectors.toMap(ColumnNames::plain, (name) -> name, (one, same) -> one, LinkedHashMap::new));
		}

		/** A column's own name for what a cell of the header says, or the cell. */
		String named(String cell) {
			String plain = plain(cell);
			String bare = plain.replaceFirst("[（(][^（）()]*[）)]$", "");
			return this.byPlain.getOrDefault(plain, this.byPlain.getOrDefault(bare, cell));
		}

		/** Whether a row names columns: two of them, or the only one. */
		boolean areIn(List<String> names) {
			long known = names.stream().distinct().filter(this.byPlain::containsValue).count();
			return known >= Math.min(2, this.byPlain.size());
		}

		String all() {
			return String.join("、", this.byPlain.values());
		}

		private static String plain(String name) {
			return name.replaceAll("[\\s\u00a0\u3000]+", "").toLowerCase(Locale.ROOT);
		}

	}

}

package org.pingyi.base.unit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.pingyi.base.web.Spreadsheet;

/**
 * A column of a file of units.
 *
 * @param heading its Chinese heading
 * @param alias its English one
 * @param needed whether a file must have it
 */
record UnitColumn(String heading, String alias, boolean needed) {

	static final UnitColumn CODE = new UnitColumn("代码", "code", true);

	static final UnitColumn NAME = new UnitColumn("名称", "name", true);

	static final UnitColumn SHORT = new UnitColumn("简称", "short", true);

	static final UnitColumn GROUP = new UnitColumn("分组", "group", true);

	static final UnitColumn FROM = new UnitColumn("起始日期", "from", true);

	/** Came later than the others: older files are without it. */
	static final UnitColumn SERVICES = new UnitColumn("搜索用词", "services", false);

	/** In the order of a file: one for each trait among them. */
	static final List<UnitColumn> ALL = Stream
		.of(Stream.of(CODE, NAME, SHORT, GROUP), Stream.of(Trait.values()).map(Trait::column),
				Stream.of(FROM, SERVICES))
		.flatMap((columns) -> columns)
		.toList();

	boolean in(Spreadsheet sheet) {
		return sheet.header().stream().anyMatch(this::is);
	}

	/** The text of this column in a row, whichever of its headings the file uses. */
	String of(Spreadsheet.Row row) {
		return row.cells()
			.entrySet()
			.stream()
			.filter((cell) -> is(cell.getKey()))
			.map((cell) -> cell.getValue().strip())
			.findFirst()
			.orElse("");
	}

	private boolean is(String header) {
		String plain = header.strip();
		return plain.equals(this.heading) || plain.toLowerCase(Locale.ROOT).equals(this.alias);
	}

}

package org.pingyi.base.unit;

import java.util.Locale;

import org.pingyi.base.web.Spreadsheet;

/** The columns of a file of units: the Chinese heading, and its English alias. */
enum UnitColumn {

	CODE("代码", "code"),

	NAME("名称", "name"),

	SHORT("简称", "short"),

	GROUP("分组", "group"),

	WINDOW("窗口服务", "window"),

	VERTICAL("垂直管理", "vertical"),

	AWARDS("上级评奖", "awards"),

	FROM("起始日期", "from"),

	/** Came later than the others: older files are without it. */
	SERVICES("搜索用词", "services");

	private final String heading;

	private final String alias;

	UnitColumn(String heading, String alias) {
		this.heading = heading;
		this.alias = alias;
	}

	String heading() {
		return this.heading;
	}

	String alias() {
		return this.alias;
	}

	boolean isNeeded() {
		return this != SERVICES;
	}

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

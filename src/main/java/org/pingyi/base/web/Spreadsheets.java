package org.pingyi.base.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/**
 * Tables that travel as files: reads CSV (UTF-8 or GB18030) and XLSX with one rule for
 * both, writes both so that a spreadsheet never takes a text for a formula.
 */
public final class Spreadsheets {

	/** The most rows that a file may hold, the header not counted. */
	public static final int MOST_ROWS = 20_000;

	private Spreadsheets() {
	}

	/**
	 * Reads the first table of a file; rows without any text are left out.
	 * @param fileName its name, which tells CSV from XLSX
	 * @throws Refusal with status 422 when the file is no such table, has no header,
	 * names a column twice or holds more than {@value #MOST_ROWS} rows
	 */
	public static Spreadsheet read(String fileName, InputStream in) {
		String name = fileName.toLowerCase(Locale.ROOT);
		try {
			byte[] content = in.readAllBytes();
			if (name.endsWith(".xlsx")) {
				return Workbooks.read(content);
			}
			if (name.endsWith(".csv") || name.endsWith(".txt")) {
				return CsvFiles.read(content);
			}
		}
		catch (IOException ex) {
			throw Refusal.invalid("web.sheet.unreadable", fileName);
		}
		throw Refusal.invalid("web.sheet.kind", fileName);
	}

	/** A CSV file in UTF-8 with a BOM, which makes spreadsheets read Chinese. */
	public static byte[] csv(List<String> header, List<? extends List<?>> rows) {
		return CsvFiles.write(header, rows);
	}

	/** An XLSX file with one table; numbers stay numbers. */
	public static byte[] xlsx(String sheetName, List<String> header, List<? extends List<?>> rows) {
		return Workbooks.write(sheetName, header, rows);
	}

}

package org.pingyi.base.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.upload.FileReading;
import org.pingyi.base.web.workbook.FileKind;

import org.springframework.web.multipart.MultipartFile;

/**
 * Tables that travel as files: reads CSV and XLSX with one rule for both, writes both so
 * that a spreadsheet never takes a text for a formula.
 */
public final class Spreadsheets {

	/** The most rows that a file may hold, the header not counted. */
	public static final int MOST_ROWS = 20_000;

	/** A file of so many rows has 5 MB at most, and a longer one as much more. */
	private static final long MOST_BYTES = 5 << 20;

	private static final int LONGEST_NAME = 80;

	private Spreadsheets() {
	}

	/**
	 * Reads the first table of a file, whose first row with any text names the columns.
	 * @throws Refusal as {@link #read(String, InputStream, Collection)}
	 */
	public static Spreadsheet read(String fileName, InputStream in) {
		return read(fileName, in, List.of());
	}

	/**
	 * Reads the first table of a file; rows without any text are left out.
	 * @param fileName its name, which tells CSV from XLSX
	 * @param columns names of columns: the first of ten rows that has two of them is the
	 * header; spaces, line breaks and remarks in brackets are no part of a name
	 * @throws Refusal with status 422 when the file is no such table, has no header,
	 * names a column twice, has more rows or cells than it may, or when a cell holds
	 * something other than was typed; it names the row or the cell
	 */
	public static Spreadsheet read(String fileName, InputStream in, Collection<String> columns) {
		Table table = new Table();
		read(fileName, () -> content(in), new SpreadsheetBuilder(columns, MOST_ROWS, table));
		return table.whole();
	}

	/**
	 * Reads the file that somebody chose in a form for an import.
	 * @param file what came; null or without content when nothing was chosen
	 * @throws Refusal as {@link #read(String, InputStream, Collection)}, and with status
	 * 422 when no file was chosen, {@code web.sheet.none}, or nothing stands below the
	 * names of the columns, {@code web.sheet.noRows}
	 */
	public static Spreadsheet upload(@Nullable MultipartFile file, Collection<String> columns) {
		Table table = new Table();
		upload(file, columns, MOST_ROWS, table);
		return table.whole();
	}

	/**
	 * Reads such a file row by row, without the table in memory.
	 * @param most the most rows that it may hold
	 * @param reader takes the rows, on a thread that knows neither request nor
	 * transaction
	 * @throws Refusal as {@link #upload(MultipartFile, Collection)}
	 */
	public static void upload(@Nullable MultipartFile file, Collection<String> columns, int most,
			Spreadsheet.Reader reader) {
		if (file == null || Objects.requireNonNullElse(file.getOriginalFilename(), "").isBlank()) {
			throw Refusal.invalid("web.sheet.none");
		}
		long bytes = MOST_BYTES * Math.max(1, most / MOST_ROWS);
		if (file.getSize() > bytes) {
			throw Refusal.invalid("web.sheet.bytes", bytes >> 20);
		}
		String name = String.valueOf(file.getOriginalFilename());
		if (read(name, () -> content(content(file)), new SpreadsheetBuilder(columns, most, reader)) == 0) {
			throw Refusal.invalid("web.sheet.noRows");
		}
	}

	/** One file after the other, so that one of them is in memory. */
	private static int read(String fileName, Supplier<byte[]> content, SpreadsheetBuilder table) {
		return FileReading.next(() -> {
			read(SpreadsheetCells.excerpt(fileName, LONGEST_NAME), named(fileName), content.get(), table);
			return table.end();
		});
	}

	private static InputStream content(MultipartFile file) {
		try {
			return file.getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] content(InputStream in) {
		try {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What a file's name says that it is. */
	private static FileKind named(String fileName) {
		return switch (fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
			case "xlsx" -> FileKind.ARCHIVE;
			case "csv", "txt" -> FileKind.TEXT;
			default -> FileKind.OTHER;
		};
	}

	private static void read(String name, FileKind named, byte[] content, SpreadsheetBuilder table) {
		switch (FileKind.of(content)) {
			case OTHER -> throw Refusal.invalid("web.sheet.kind", name);
			case OLD_WORKBOOK -> throw Refusal.invalid("web.sheet.old", name);
			case ENCRYPTED -> throw Refusal.invalid("web.sheet.encrypted", name);
			case ARCHIVE -> {
				require(named, FileKind.ARCHIVE, name);
				Workbooks.read(name, content, table);
			}
			case TEXT -> {
				require(named, FileKind.TEXT, name);
				CsvFiles.read(content, table);
			}
		}
	}

	private static void require(FileKind named, FileKind found, String name) {
		if (named != found) {
			throw Refusal.invalid((named == FileKind.OTHER) ? "web.sheet.kind" : "web.sheet.unreadable", name);
		}
	}

	/** A CSV file in UTF-8 with a BOM, which makes spreadsheets read Chinese. */
	public static byte[] csv(List<String> header, List<? extends List<?>> rows) {
		return CsvFiles.write(header, rows);
	}

	/** More rows of such a file, to follow it. */
	public static byte[] csvRows(List<? extends List<?>> rows) {
		return CsvFiles.write(rows);
	}

	/** An XLSX file with one table; numbers stay numbers. */
	public static byte[] xlsx(String sheetName, List<String> header, List<? extends List<?>> rows) {
		return Workbooks.write(sheetName, header, rows);
	}

	/** A table as a whole, of the rows as they are read. */
	private static final class Table implements Spreadsheet.Reader {

		private final List<Spreadsheet.Row> rows = new ArrayList<>();

		private int headerRow;

		private List<String> names = List.of();

		@Override
		public void header(int number, List<String> columns) {
			this.headerRow = number;
			this.names = columns;
		}

		@Override
		public void row(Spreadsheet.Row row) {
			this.rows.add(row);
		}

		Spreadsheet whole() {
			return new Spreadsheet(this.headerRow, this.names, List.copyOf(this.rows));
		}

	}

}

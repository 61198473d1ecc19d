package org.pingyi.base.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

import org.pingyi.base.web.Spreadsheet;

/**
 * The rows of a file that was looked at, as they are kept until its job reads them: the
 * cells of some columns, in CSV, compressed.
 */
public final class KeptRows {

	private final List<String> columns;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final CSVPrinter printer;

	/**
	 * Takes rows.
	 * @param columns those that are kept
	 */
	public KeptRows(List<String> columns) {
		this.columns = List.copyOf(columns);
		try {
			this.printer = CSVFormat.DEFAULT
				.print(new OutputStreamWriter(new GZIPOutputStream(this.bytes), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void add(Spreadsheet.Row row) {
		try {
			this.printer.print(row.number());
			for (String column : this.columns) {
				this.printer.print(row.cell(column));
			}
			this.printer.println();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is kept; nothing is added afterwards. */
	public byte[] bytes() {
		try {
			this.printer.close();
			return this.bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Reads them back, one after the other, each with the number that it had. */
	public static void read(InputStream kept, List<String> columns, Consumer<Spreadsheet.Row> reader) {
		try (CSVParser parser = CSVParser
			.parse(new InputStreamReader(new GZIPInputStream(kept), StandardCharsets.UTF_8), CSVFormat.DEFAULT)) {
			for (CSVRecord line : parser) {
				reader.accept(row(line, columns));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Spreadsheet.Row row(CSVRecord line, List<String> columns) {
		Map<String, String> cells = new LinkedHashMap<>();
		for (int i = 0; i < columns.size(); i++) {
			cells.put(columns.get(i), line.get(i + 1));
		}
		return new Spreadsheet.Row(Integer.parseInt(line.get(0)), cells);
	}

}

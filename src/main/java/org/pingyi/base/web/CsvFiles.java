package org.pingyi.base.web;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

import org.pingyi.base.web.text.UploadedText;

/**
 * CSV in the encodings of {@link UploadedText}, separated by commas, or by tabs as
 * spreadsheets write "Unicode text".
 */
final class CsvFiles {

	private static final char BOM = '\ufeff';

	private static final int MOST_IN_HEADER = 20_000;

	private static final CSVFormat READ = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

	private static final CSVFormat READ_TABS = READ.builder().setDelimiter('\t').get();

	private CsvFiles() {
	}

	/**
	 * Reads the rows of a file into a table.
	 * @throws Refusal naming the row that cannot be read
	 */
	static void read(byte[] content, SpreadsheetBuilder table) {
		LineLimit limit = new LineLimit(text(content));
		int number = 0;
		try (CSVParser parser = CSVParser.parse(limit, separated(text(content)))) {
			for (CSVRecord line : parser) {
				limit.next();
				table.add(++number, line.toList());
			}
		}
		catch (IOException | UncheckedIOException | IllegalStateException ex) {
			throw unreadable(ex, limit, number + 1);
		}
	}

	private static Refusal unreadable(Exception failure, LineLimit limit, int row) {
		if (failure instanceof CharacterCodingException || failure.getCause() instanceof CharacterCodingException) {
			return Refusal.invalid("web.sheet.encoding");
		}
		return Refusal.invalid(limit.exceeded() ? "web.sheet.longRow" : "web.sheet.quote", row);
	}

	private static Reader text(byte[] content) {
		try {
			return UploadedText.open(content);
		}
		catch (CharacterCodingException ex) {
			throw Refusal.invalid("web.sheet.encoding");
		}
	}

	/** By the first line: commas, unless it has only tabs. */
	private static CSVFormat separated(Reader text) throws IOException {
		char[] start = new char[MOST_IN_HEADER];
		int length = 0;
		for (int read = 0; read >= 0 && length < start.length; read = text.read(start, length, start.length - length)) {
			length += read;
		}
		String first = new String(start, 0, length).lines().filter((line) -> !line.isBlank()).findFirst().orElse("");
		return (first.indexOf('\t') >= 0 && first.indexOf(',') < 0) ? READ_TABS : READ;
	}

	static byte[] write(List<String> header, List<? extends List<?>> rows) {
		StringWriter text = new StringWriter().append(BOM);
		print(text, Stream.of(header));
		print(text, rows.stream());
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** Rows alone, to follow such a file. */
	static byte[] write(List<? extends List<?>> rows) {
		StringWriter text = new StringWriter();
		print(text, rows.stream());
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void print(StringWriter text, Stream<? extends List<?>> rows) {
		try (CSVPrinter printer = CSVFormat.DEFAULT.print(text)) {
			printer.printRecords(rows.map((row) -> row.stream().map(SpreadsheetCells::plain).toList()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Hands out characters until one row of a table grows too long. */
	private static final class LineLimit extends FilterReader {

		/**
		 * Twenty cells of the most that a spreadsheet keeps in one, and what is read
		 * ahead.
		 */
		private static final int MOST_CHARACTERS = 700_000;

		private int taken;

		LineLimit(Reader in) {
			super(in);
		}

		/** The row is complete; the next one begins. */
		void next() {
			this.taken = 0;
		}

		/** Whether the row that is being read grew too long. */
		boolean exceeded() {
			return this.taken > MOST_CHARACTERS;
		}

		@Override
		public int read() throws IOException {
			char[] one = new char[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0];
		}

		@Override
		public int read(char[] buffer, int offset, int length) throws IOException {
			int read = super.read(buffer, offset, length);
			this.taken += Math.max(read, 0);
			if (exceeded()) {
				throw new IOException("row too long");
			}
			return read;
		}

	}

}

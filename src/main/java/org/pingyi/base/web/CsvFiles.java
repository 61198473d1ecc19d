package org.pingyi.base.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** CSV as Chinese offices write it: UTF-8 with or without a BOM, or GB18030. */
final class CsvFiles {

	private static final char BOM = '\ufeff';

	private static final CSVFormat READ = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

	private CsvFiles() {
	}

	static Spreadsheet read(byte[] content) throws IOException {
		String text = text(content);
		try (CSVParser parser = CSVParser.parse(new StringReader(text), READ)) {
			SpreadsheetBuilder table = new SpreadsheetBuilder();
			int number = 0;
			for (CSVRecord line : parser) {
				table.add(++number, line.toList());
			}
			return table.build();
		}
		catch (UncheckedIOException | IllegalStateException ex) {
			throw new IOException(ex);
		}
	}

	static byte[] write(List<String> header, List<? extends List<?>> rows) {
		StringWriter text = new StringWriter().append(BOM);
		try (CSVPrinter printer = CSVFormat.DEFAULT.print(text)) {
			printer.printRecord(header.stream().map(SpreadsheetCells::harmless));
			for (List<?> row : rows) {
				printer.printRecord(row.stream().map(SpreadsheetCells::plain));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] content) throws IOException {
		String text = decoded(content);
		if (text.indexOf('\0') >= 0) {
			throw new IOException("binary");
		}
		return (!text.isEmpty() && text.charAt(0) == BOM) ? text.substring(1) : text;
	}

	/** GB18030 text is practically never valid UTF-8, so that is tried first. */
	private static String decoded(byte[] content) throws IOException {
		try {
			return strictly(StandardCharsets.UTF_8, content);
		}
		catch (CharacterCodingException ex) {
			return strictly(Charset.forName("GB18030"), content);
		}
	}

	private static String strictly(Charset charset, byte[] content) throws CharacterCodingException {
		return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
	}

}

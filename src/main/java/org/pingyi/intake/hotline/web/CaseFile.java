package org.pingyi.intake.hotline.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Spreadsheet;
import org.pingyi.intake.hotline.HotlineCase;

/**
 * Checked cases as text, so that the page that previews them can send them back: numbers
 * redacted already, and nothing stored before the confirmation.
 */
final class CaseFile {

	private CaseFile() {
	}

	static String write(List<String> columns, List<HotlineCase.Details> cases, Map<Long, String> codes) {
		StringWriter text = new StringWriter();
		try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
			printer.printRecord(columns);
			for (HotlineCase.Details one : cases) {
				printer.printRecord(one.number(), one.calledOn(), codes.get(one.unit()), one.category(), one.content(),
						one.handling(), blank(one.closedOn()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

	static Spreadsheet read(String text) {
		CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
		try (var parser = format.parse(new StringReader(text))) {
			List<Spreadsheet.Row> rows = parser.stream()
				.map((row) -> new Spreadsheet.Row((int) row.getRecordNumber() + 1, row.toMap()))
				.toList();
			return new Spreadsheet(parser.getHeaderNames(), rows);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Object blank(@Nullable Object value) {
		return (value != null) ? value : "";
	}

}

package org.pingyi.intake.hotline.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.intake.hotline.HotlineCase;

/**
 * Checked cases as text, so that the page that previews them can send them back: numbers
 * redacted already, and nothing stored before the confirmation.
 */
final class CaseFile {

	private CaseFile() {
	}

	static String write(List<String> columns, List<HotlineCase.Details> cases, Map<Long, String> codes) {
		List<List<?>> rows = cases.stream().<List<?>>map((one) -> row(one, codes)).toList();
		return new String(Spreadsheets.csv(columns, rows), StandardCharsets.UTF_8);
	}

	private static List<?> row(HotlineCase.Details one, Map<Long, String> codes) {
		return Arrays.asList(one.number(), one.calledOn(), codes.get(one.unit()), one.category(), one.content(),
				one.handling(), one.closedOn());
	}

	/**
	 * Reads them as the page brought them back.
	 * @throws Refusal 422 when it is no such table
	 */
	static Spreadsheet read(String text, List<String> columns) {
		return Spreadsheets.read("confirmed.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
				columns);
	}

}

package org.pingyi.base.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import org.pingyi.base.web.workbook.UnreadableWorkbook;
import org.pingyi.base.web.workbook.WorkbookReader;

/** XLSX files: reads them within limits, and writes them. */
final class Workbooks {

	private static final int ROWS_IN_MEMORY = 200;

	private Workbooks() {
	}

	/**
	 * Reads the rows of a file into a table.
	 * @param name of the file, for messages
	 * @throws Refusal naming the cell that cannot be read
	 */
	static void read(String name, byte[] content, SpreadsheetBuilder table) {
		try {
			WorkbookReader.read(content, table.times(), table::add);
		}
		catch (UnreadableWorkbook ex) {
			throw refusal(ex, name, table);
		}
	}

	private static Refusal refusal(UnreadableWorkbook ex, String name, SpreadsheetBuilder table) {
		return switch (ex.reason()) {
			case OTHER_KIND -> Refusal.invalid("web.sheet.kind", name);
			case DAMAGED -> Refusal.invalid("web.sheet.unreadable", name);
			case MACROS -> Refusal.invalid("web.sheet.macros", name);
			case TOO_LARGE -> Refusal.invalid("web.sheet.large", WorkbookReader.MOST_MEGABYTES * table.times());
			case TOO_WIDE -> Refusal.invalid("web.sheet.wide", ex.cell(), WorkbookReader.MOST_COLUMNS);
			case FORMULA -> Refusal.invalid("web.sheet.formula", ex.cell());
			case DIGITS -> Refusal.invalid("web.sheet.digits", ex.cell());
			case DATE -> Refusal.invalid("web.sheet.date", ex.cell());
		};
	}

	static byte[] write(String name, List<String> header, List<? extends List<?>> rows) {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			SXSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
			sheet.createFreezePane(0, 1);
			CellStyle quoted = workbook.createCellStyle();
			quoted.setQuotePrefixed(true);
			fill(sheet.createRow(0), header, quoted);
			for (List<?> row : rows) {
				fill(sheet.createRow(sheet.getLastRowNum() + 1), row, quoted);
			}
			workbook.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void fill(Row row, List<?> values, CellStyle quoted) {
		for (int i = 0; i < values.size(); i++) {
			Cell cell = row.createCell(i);
			if (values.get(i) instanceof Number number) {
				cell.setCellValue(number.doubleValue());
			}
			else if (values.get(i) != null) {
				text(cell, values.get(i).toString(), quoted);
			}
		}
	}

	private static void text(Cell cell, String text, CellStyle quoted) {
		cell.setCellValue(text);
		if (SpreadsheetCells.startsFormula(text)) {
			cell.setCellStyle(quoted);
		}
	}

}

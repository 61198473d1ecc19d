package org.pingyi.base.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** XLSX within the limits that the library sets against crafted archives. */
final class Workbooks {

	private static final int ROWS_IN_MEMORY = 200;

	/** Columns beyond are not looked at. */
	private static final int MOST_COLUMNS = 256;

	/** Unpacked bytes of one part: room for the most rows, far from what fills memory. */
	private static final long MOST_BYTES = 64L * 1024 * 1024;

	static {
		ZipSecureFile.setMaxEntrySize(MOST_BYTES);
	}

	private Workbooks() {
	}

	static Spreadsheet read(byte[] content) throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
			SpreadsheetBuilder table = new SpreadsheetBuilder();
			for (Row row : workbook.getSheetAt(0)) {
				table.add(row.getRowNum() + 1, cells(row));
			}
			return table.build();
		}
		catch (Refusal ex) {
			throw ex;
		}
		// The library answers crafted files with any unchecked exception.
		catch (RuntimeException ex) {
			throw new IOException(ex);
		}
	}

	private static List<String> cells(Row row) {
		List<String> cells = new ArrayList<>();
		for (int i = 0; i < Math.min(row.getLastCellNum(), MOST_COLUMNS); i++) {
			cells.add(text(row.getCell(i)));
		}
		return cells;
	}

	/** What the cell holds; of a formula the value that the spreadsheet last stored. */
	private static String text(@Nullable Cell cell) {
		if (cell == null) {
			return "";
		}
		boolean formula = cell.getCellType() == CellType.FORMULA;
		return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
			case ERROR -> throw Refusal.invalid("web.sheet.formula", cell.getAddress().formatAsString());
			case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? date(cell) : number(cell);
			case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
			case STRING -> cell.getStringCellValue();
			default -> "";
		};
	}

	private static String date(Cell cell) {
		LocalDateTime time = cell.getLocalDateTimeCellValue();
		boolean day = time.toLocalTime().equals(LocalTime.MIDNIGHT);
		return day ? time.toLocalDate().toString() : time.toString().replace('T', ' ');
	}

	/**
	 * In plain digits, as many as a spreadsheet keeps: a phone number has no exponent.
	 */
	private static String number(Cell cell) {
		return new BigDecimal(NumberToTextConverter.toText(cell.getNumericCellValue())).toPlainString();
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

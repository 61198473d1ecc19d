package org.pingyi.base.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Files in and out: both kinds read alike, and none becomes a formula. */
class SpreadsheetsTests {

	private static final String CSV = "编码,名称\nSWJ,市水务局\n\nJYJ, 市教育局　\n";

	@Test
	void readsUtf8AndGb18030AndTheMarkAlike() {
		org.pingyi.base.web.Spreadsheet plain = csv(CSV.getBytes(StandardCharsets.UTF_8));
		assertThat(csv(("\ufeff" + CSV).getBytes(StandardCharsets.UTF_8))).isEqualTo(plain);
		assertThat(csv(CSV.getBytes(Charset.forName("GB18030")))).isEqualTo(plain);
		assertThat(plain.header()).containsExactly("编码", "名称");
		assertThat(plain.rows()).extracting((row) -> row.cell("名称")).containsExactly("市水务局", "市教育局");
	}

	@Test
	void numbersRowsAsASpreadsheetDoes() {
		assertThat(csv(CSV.getBytes(StandardCharsets.UTF_8)).rows())
			.extracting(org.pingyi.base.web.Spreadsheet.Row::number)
			.containsExactly(2, 4);
	}

	@Test
	void anAbsentCellIsEmpty() {
		assertThat(csv("a,b\n1\n".getBytes(StandardCharsets.UTF_8)).rows().getFirst().cell("b")).isEmpty();
	}

	@Test
	void readsWhatAWorkbookHolds() throws IOException {
		byte[] file = workbook((sheet) -> {
			row(sheet, 0, "编码", "电话", "分值", "日期", "合计");
			Row row = row(sheet, 2, "SWJ");
			row.createCell(1).setCellValue(13812345678d);
			row.createCell(2).setCellValue(0.1);
			row.createCell(3).setCellValue(LocalDate.of(2026, 11, 2));
			CellStyle dates = sheet.getWorkbook().createCellStyle();
			dates.setDataFormat((short) 14);
			row.getCell(3).setCellStyle(dates);
			row.createCell(4).setCellFormula("C3*3");
			sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(4));
		});
		org.pingyi.base.web.Spreadsheet.Row row = Spreadsheets.read("x.XLSX", new ByteArrayInputStream(file))
			.rows()
			.getFirst();
		assertThat(row.number()).isEqualTo(3);
		assertThat(row.cells().values()).containsExactly("SWJ", "13812345678", "0.1", "2026-11-02", "0.3");
	}

	@Test
	void namesTheCellWhoseFormulaFailed() throws IOException {
		byte[] file = workbook((sheet) -> {
			row(sheet, 0, "编码");
			row(sheet, 1).createCell(0).setCellFormula("1/0");
			sheet.getWorkbook()
				.getCreationHelper()
				.createFormulaEvaluator()
				.evaluateFormulaCell(sheet.getRow(1).getCell(0));
		});
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read("x.xlsx", file))
			.satisfies((refusal) -> assertThat(refusal.key()).isEqualTo("web.sheet.formula"))
			.satisfies((refusal) -> assertThat(refusal.arguments()).containsExactly("A2"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1" })
	void neverWritesAFormula(String text) throws IOException {
		byte[] file = Spreadsheets.csv(List.of("x"), List.of(List.of(text)));
		assertThat(new String(file, StandardCharsets.UTF_8)).contains("'" + text);
		assertThat(csv(file).rows().getFirst().cell("x")).isEqualTo(text.strip());
		try (XSSFWorkbook workbook = new XSSFWorkbook(
				new ByteArrayInputStream(Spreadsheets.xlsx("x", List.of("x"), List.of(List.of(text)))))) {
			org.apache.poi.ss.usermodel.Cell cell = workbook.getSheetAt(0).getRow(1).getCell(0);
			assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
			assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
		}
	}

	@Test
	void numbersStayNumbers() throws IOException {
		List<List<?>> rows = List.of(Arrays.asList("市水务局", new BigDecimal("-1E+2"), 3, null));
		assertThat(new String(Spreadsheets.csv(List.of("a", "b", "c", "d"), rows), StandardCharsets.UTF_8))
			.isEqualTo("\ufeffa,b,c,d\r\n市水务局,-100,3,\r\n");
		try (XSSFWorkbook workbook = new XSSFWorkbook(
				new ByteArrayInputStream(Spreadsheets.xlsx("结果/2026", List.of("a", "b", "c", "d"), rows)))) {
			assertThat(workbook.getSheetAt(0).getRow(1).getCell(1).getNumericCellValue()).isEqualTo(-100);
		}
	}

	@Test
	void readsBackWhatItWrote() {
		List<String> header = List.of("编码", "名称");
		List<List<?>> rows = List.of(List.of("SWJ", "市水务局,\"甲\"\n乙"), List.of("X", "-"));
		assertThat(read("a.xlsx", Spreadsheets.xlsx("单位", header, rows)))
			.isEqualTo(csv(Spreadsheets.csv(header, rows)));
	}

	@Test
	void refusesWhatIsNoTable() {
		refuses("web.sheet.unreadable", "x.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8));
		refuses("web.sheet.unreadable", "x.xlsx", new byte[0]);
		refuses("web.sheet.unreadable", "x.xlsx", new byte[] { 'P', 'K', 3, 4, 0, 0, 0, 0 });
		refuses("web.sheet.unreadable", "x.csv", new byte[] { 'P', 'K', 3, 4, 0, 0, 0, 0 });
		refuses("web.sheet.quote", "x.csv", "a,\"b\nc".getBytes(StandardCharsets.UTF_8));
		refuses("web.sheet.kind", "x.exe", CSV.getBytes(StandardCharsets.UTF_8));
		refuses("web.sheet.empty", "x.csv", new byte[0]);
		refuses("web.sheet.empty", "x.csv", "\n,,\n".getBytes(StandardCharsets.UTF_8));
		refuses("web.sheet.twice", "x.csv", "a,b,a\n".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void refusesMoreRowsThanItSays() {
		String most = "a\n" + "1\n".repeat(Spreadsheets.MOST_ROWS);
		assertThat(csv(most.getBytes(StandardCharsets.UTF_8)).rows()).hasSize(Spreadsheets.MOST_ROWS);
		refuses("web.sheet.long", "x.csv", (most + "1\n").getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void refusesAnArchiveThatUnpacksToFarMoreThanItsSize() throws IOException {
		byte[] honest = workbook((sheet) -> row(sheet, 0, "a"));
		assertThat(read("x.xlsx", padded(honest, 1)).header()).containsExactly("a");
		refuses("web.sheet.large", "x.xlsx", padded(honest, 70_000_000));
	}

	/** The same workbook with so many blanks after the table. */
	private static byte[] padded(byte[] workbook, int blanks) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
				ZipOutputStream to = new ZipOutputStream(out)) {
			for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
				to.putNextEntry(new ZipEntry(entry.getName()));
				from.transferTo(to);
				if (entry.getName().endsWith("sheet1.xml")) {
					to.write(" ".repeat(blanks).getBytes(StandardCharsets.US_ASCII));
				}
			}
		}
		return out.toByteArray();
	}

	private static void refuses(String key, String name, byte[] content) {
		assertThatExceptionOfType(Refusal.class).as(name)
			.isThrownBy(() -> read(name, content))
			.satisfies((refusal) -> assertThat(refusal.key()).isEqualTo(key))
			.satisfies((refusal) -> assertThat(refusal.status().value()).isEqualTo(422));
	}

	private static org.pingyi.base.web.Spreadsheet csv(byte[] content) {
		return read("x.csv", content);
	}

	private static org.pingyi.base.web.Spreadsheet read(String name, byte[] content) {
		return Spreadsheets.read(name, new ByteArrayInputStream(content));
	}

	private static byte[] workbook(Consumer<Sheet> filled) throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			filled.accept(workbook.createSheet());
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private static Row row(Sheet sheet, int index, String... texts) {
		Row row = sheet.createRow(index);
		for (int i = 0; i < texts.length; i++) {
			row.createCell(i).setCellValue(texts[i]);
		}
		return row;
	}

}

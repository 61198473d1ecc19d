package org.pingyi.base.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Files as Excel and WPS save them in offices are read as people see them. */
class OfficeFilesTests {

	private static final List<String> COLUMNS = List.of("工单号", "来电日期", "被诉单位", "类别", "内容", "办理情况", "办结日期");

	@ParameterizedTest
	@ValueSource(strings = { "fmt01", "fmt02", "fmt03", "fmt04", "fmt05", "fmt06", "fmt07", "fmt08", "fmt09", "fmt10",
			"date1904" })
	void readsEveryChineseDateFormat(String file) throws IOException {
		assertThat(first("01-cn-date-formats/" + file + ".xlsx").cell("来电日期")).isEqualTo("2026-03-17");
	}

	/** The control: what the cell shows as a number stays one. */
	@Test
	void takesNoNumberForADate() throws IOException {
		assertThat(first("01-cn-date-formats/fmt00.xlsx").cell("来电日期")).isEqualTo("46098");
	}

	@Test
	void readsTheDateOfAUnit() throws IOException {
		assertThat(first("01-cn-date-formats/unit57.xlsx").cell("起始日期")).isEqualTo("2026-01-01");
	}

	@ParameterizedTest
	@CsvSource({ "long.xlsx,A2", "a.xlsx,A2", "b.xlsx,A2", "sci.csv,A2", "sci2.csv,A2", "unit-e.xlsx,A2" })
	void refusesNumbersThatLostDigits(String file, String cell) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> first("02-long-numbers/" + file))
			.satisfies((refusal) -> assertThat(refusal.key()).isEqualTo("web.sheet.digits"))
			.satisfies((refusal) -> assertThat(refusal.arguments()[0]).isEqualTo(cell));
	}

	@Test
	void keepsLeadingZeros() throws IOException {
		assertThat(first("02-long-numbers/zero.xlsx").cell("工单号")).isEqualTo("00012");
		assertThat(first("02-long-numbers/unit-zero.xlsx").cell("代码")).isEqualTo("00123");
	}

	@ParameterizedTest
	@ValueSource(strings = { "title.xlsx", "headerspace.xlsx" })
	void findsTheHeaderBelowATitleAndHoweverItIsSpaced(String file) throws IOException {
		Spreadsheet sheet = read("04-title-row/" + file);
		assertThat(sheet.header()).containsAll(COLUMNS);
		assertThat(sheet.headerRow()).isEqualTo(file.startsWith("title") ? 2 : 1);
		assertThat(sheet.rows().getFirst().cell("被诉单位")).isEqualTo("市公安局");
	}

	@Test
	void showsWhatItTookForAHeader() {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> Spreadsheets.read("x.csv", resource("19-figures-excel/pct.csv"), COLUMNS))
			.satisfies((refusal) -> assertThat(refusal.key()).isEqualTo("web.sheet.header"))
			.satisfies((refusal) -> assertThat(refusal.arguments()).startsWith(1, "数据 单位 数值 依据文件"));
	}

	@Test
	void readsLineBreaksQuotesAndCommasInCells() throws IOException {
		Spreadsheet sheet = read("05-newline/nl.csv");
		assertThat(sheet.rows().getFirst().cell("内容")).isEqualTo("第一行\n第二行,带逗号 \"引号\"\n=SUM(A1)");
		assertThat(sheet.rows().getLast().cell("类别")).isEqualTo("=cmd|' /C calc'!A0");
	}

	@ParameterizedTest
	@CsvSource({ "pct.xlsx,98.5%", "pct.csv,98.5%", "third.xlsx,0.333333333333333", "sum.xlsx,0.3",
			"dp.xlsx,66.6666666666667", "thousandfmt.xlsx,1234567.5" })
	void readsFiguresAsTheyAreShown(String file, String value) throws IOException {
		assertThat(first("19-figures-excel/" + file).cell("数值")).isEqualTo(value);
	}

	private static Spreadsheet.Row first(String file) throws IOException {
		try (InputStream in = resource(file)) {
			return Spreadsheets.read(file, in).rows().getFirst();
		}
	}

	private static Spreadsheet read(String file) throws IOException {
		try (InputStream in = resource(file)) {
			return Spreadsheets.read(file, in, COLUMNS);
		}
	}

	private static InputStream resource(String file) {
		return Objects.requireNonNull(OfficeFilesTests.class.getResourceAsStream("/cases/" + file), file);
	}

}

package org.pingyi.outcome.result.web.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.Standings;
import org.pingyi.rules.cycle.Cycle;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** A published ranking is taken home whole. */
@PingyiTest
class DownloadTests {

	private final MockMvcTester mvc;

	private final ResultSamples samples;

	private final Results results;

	DownloadTests(MockMvcTester mvc, ResultSamples samples, Results results) {
		this.mvc = mvc;
		this.samples = samples;
		this.results = results;
	}

	@Test
	void writesCsvThatSpreadsheetsRead() {
		Cycle cycle = this.samples.published();
		MockHttpServletResponse response = this.mvc.get().uri("/results/2026.csv").exchange().getResponse();
		assertThat(response.getHeader("Content-Disposition")).contains("pingyi-2026.csv");
		byte[] content = response.getContentAsByteArray();
		assertThat(content).startsWith(0xEF, 0xBB, 0xBF);
		List<String> lines = new String(content, StandardCharsets.UTF_8).substring(1).lines().toList();
		assertThat(lines).hasSize(6);
		assertThat(lines.getFirst()).isEqualTo("名次,单位代码,单位名称,分组,得分,等次,标记,全部选票同等计入的得分,评议,年终合并检查,嘉奖加分,投诉扣分");
		Standings.Row first = this.results.published(cycle.id()).groups().getFirst().rows().getFirst();
		assertThat(lines.get(1)).contains(first.unit(), first.name(), first.score().toPlainString());
	}

	@Test
	void writesXlsxWithNumbers() throws IOException {
		Cycle cycle = this.samples.published();
		byte[] content = this.mvc.get().uri("/results/2026.xlsx").exchange().getResponse().getContentAsByteArray();
		Standings.Row first = this.results.published(cycle.id()).groups().getFirst().rows().getFirst();
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
			Sheet sheet = workbook.getSheetAt(0);
			assertThat(sheet.getLastRowNum()).isEqualTo(5);
			Row row = sheet.getRow(1);
			assertThat(row.getCell(1).getStringCellValue()).isEqualTo(first.unit());
			assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(first.score().doubleValue());
			assertThat(IntStream.range(8, 12).mapToDouble((cell) -> number(row, cell)).sum())
				.isCloseTo(first.score().doubleValue(), org.assertj.core.data.Offset.offset(0.005));
		}
	}

	private static double number(Row row, int cell) {
		return row.getCell(cell).getNumericCellValue();
	}

}

package org.pingyi.base.unit.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitChange;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheets;

import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The register as a file: upload, look, confirm; and back out. */
@PingyiTest
class UnitFilesTests {

	private static final String HEADINGS = "代码,名称,简称,分组,窗口服务,垂直管理,上级评奖,起始日期\n";

	private static final String ROW = "SLJ,市水利局,水利局,窗口服务部门,是,否,否,2026-01-01\n";

	private final MockMvcTester mvc;

	private final Units units;

	private final UnitSamples samples;

	UnitFilesTests(MockMvcTester mvc, Units units, UnitSamples samples) {
		this.mvc = mvc;
		this.units = units;
		this.samples = samples;
	}

	@Test
	void importsAfterALook() {
		this.samples.city();
		String preview = String
			.valueOf(upload("units.csv", HEADINGS + ROW, StandardCharsets.UTF_8).getResponse().getRedirectedUrl());
		assertThat(preview).startsWith("/desk/units/imports/");
		assertThat(this.units.byCode("SLJ")).isEmpty();
		assertThat(get(preview)).hasStatusOk().bodyText().contains("市水利局", "窗口服务部门", "确认导入 1 个单位");
		assertThat(confirm(preview)).hasRedirectedUrl("/desk/units");
		assertThat(this.units.byCode("SLJ")).isPresent();
	}

	/** The same page in two tabs, and the same file uploaded in two. */
	@Test
	void saysInASecondTabThatItWasImportedAndLeadsToTheUnits() {
		this.samples.city();
		String first = String.valueOf(uploaded().getResponse().getRedirectedUrl());
		String second = String.valueOf(uploaded().getResponse().getRedirectedUrl());
		confirm(first);
		MvcTestResult again = confirm(first);
		assertThat(again).hasStatus(HttpStatus.CONFLICT);
		assertThat(key(again)).isEqualTo("unit.import.used");
		assertThat(again).bodyText().contains("office1", "2026-", "href=\"/desk/units/SLJ\"", "市水利局");
		MvcTestResult other = confirm(second);
		assertThat(other).hasStatus(HttpStatus.CONFLICT);
		assertThat(key(other)).isEqualTo("unit.import.used");
		assertThat(other).bodyText().contains("office1", "href=\"" + first + "\"").doesNotContain("confirmation");
		assertThat(get(first)).hasStatusOk().bodyText().contains("href=\"/desk/units/SLJ\"");
		assertThat(uploaded()).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("href=\"" + first + "\"");
	}

	/** Without an import of the same content the rows are named. */
	@Test
	void namesTheRowsThatBecameWrongMeanwhile() {
		this.samples.city();
		String preview = String.valueOf(uploaded().getResponse().getRedirectedUrl());
		this.samples.registered("SLJ", "市水利和湖泊局", "WIN");
		MvcTestResult refused = confirm(preview);
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("名册里已有：SLJ");
		assertThat(key(refused)).isEqualTo("unit.import.refused");
	}

	private MvcTestResult uploaded() {
		return upload("units.csv", HEADINGS + ROW, StandardCharsets.UTF_8);
	}

	private static String key(MvcTestResult result) {
		return ((Refusal) Objects
			.requireNonNull(Objects.requireNonNull(result.getMvcResult().getModelAndView()).getModel().get("refusal")))
			.key();
	}

	@Test
	void readsTheEncodingOfOlderSpreadsheets() {
		this.samples.city();
		assertThat(upload("units.csv", HEADINGS + ROW, Charset.forName("GB18030"))).hasStatus3xxRedirection();
	}

	@Test
	void readsAWorkbook() {
		this.samples.city();
		byte[] workbook = Spreadsheets.xlsx("单位", List.of(HEADINGS.strip().split(",")),
				List.of(List.of(ROW.strip().split(","))));
		assertThat(upload("units.xlsx", workbook)).hasStatus3xxRedirection();
	}

	@Test
	void namesRowAndColumnOfWhatIsWrong() {
		this.samples.city();
		assertThat(upload("units.csv", HEADINGS + ROW + "SWJ,市林业局,林业局,其他,或许,否,否,2026-01-01\n", StandardCharsets.UTF_8))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("重复，文件中或名册里已有：SWJ", "没有这个分组：其他", "请填“是”或“否”：或许");
		assertThat(this.units.byCode("SLJ")).isEmpty();
	}

	@Test
	void saysWhatIsWrongWithTheFileItself() {
		this.samples.city();
		assertThat(upload("units.pdf", "x", StandardCharsets.UTF_8)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(upload("units.csv", HEADINGS, StandardCharsets.UTF_8)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("文件里只有列名");
		assertThat(upload("units.csv", "", StandardCharsets.UTF_8)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void exportsWhatAnImportReads() throws Exception {
		this.samples.city();
		assertThat(get("/desk/units/export/units.csv")).hasStatusOk()
			.bodyText()
			.startsWith("\uFEFF代码,名称")
			.contains("SWSWJ,市税务局,税务局,垂直管理单位,是,是,否,2026-01-01");
		byte[] workbook = get("/desk/units/export/units.xlsx").getResponse().getContentAsByteArray();
		assertThat(Spreadsheets.read("units.xlsx", new ByteArrayInputStream(workbook)).rows()).hasSize(5);
	}

	@Test
	void exportsTheSearchWordsThatTheOfficeWrote() {
		this.samples.city();
		As.office(() -> {
			this.units.change("SWJ", new UnitChange("市水务局", "水务局", "取水证、排水", Set.of()));
			return this.units;
		});
		assertThat(get("/desk/units/export/units.csv")).bodyText()
			.contains("上级评奖,起始日期,搜索用词", "SWJ,市水务局,水务局,窗口服务部门,否,否,否,2026-01-01,取水证 排水")
			.contains("JYJ,市教育局,教育局,综合管理部门,否,否,是,2026-01-01,\r\n");
	}

	@Test
	void offersASampleFile() {
		assertThat(get("/desk/units/imports/sample.csv")).hasStatusOk().bodyText().contains("SWJ,市水务局,水务局,窗口服务部门");
	}

	private MvcTestResult upload(String name, String text, Charset charset) {
		return upload(name, text.getBytes(charset));
	}

	private MvcTestResult upload(String name, byte[] content) {
		return this.mvc.post()
			.uri("/desk/units/imports")
			.multipart()
			.file(new MockMultipartFile("file", name, null, content))
			.with(office())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult confirm(String preview) {
		return this.mvc.post().uri(preview + "/confirmation").with(office()).with(csrf()).exchange();
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(office()).exchange();
	}

	private static RequestPostProcessor office() {
		return user("office1").roles("OFFICE");
	}

}

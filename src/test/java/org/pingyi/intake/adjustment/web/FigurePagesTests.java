package org.pingyi.intake.adjustment.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.As;
import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.intake.adjustment.Figures;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The page on which figures from outside are entered, imported and approved. */
@PingyiTest
class FigurePagesTests {

	private static final String PAGE = "/desk/adjustments/figures";

	private static final Pattern CHOICE = Pattern.compile("name=\"figure\" value=\"([0-9a-f-]+)\"");

	private final MockMvcTester mvc;

	private final Figures figures;

	private final CycleSamples cycles;

	FigurePagesTests(MockMvcTester mvc, Figures figures, CycleSamples cycles) {
		this.mvc = mvc;
		this.figures = figures;
		this.cycles = cycles;
	}

	@Test
	void saysWhenTheMethodNeedsNone() {
		this.cycles.opened();
		assertThat(this.mvc.get().uri(PAGE).with(office("office1"))).hasStatusOk().bodyText().contains("不需要外部数据");
	}

	@Test
	void entersAFigureThatASecondPersonApproves() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		assertThat(this.mvc.get().uri(PAGE).with(office("office1"))).hasStatusOk()
			.bodyText()
			.contains("预算执行", "0–100", "0 / 5", "5 个单位还没有", "市水务局");
		assertThat(entered("101")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("101 不合适：范围是 0–100", "value=\"101\"", "财政局函");
		assertThat(entered("")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("请填写数值");
		assertThat(entered("87.5")).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri(PAGE).with(office("office1"))).bodyText()
			.contains("您登记的", "87.5", "4 个单位还没有")
			.doesNotContain("name=\"figure\"");
		Matcher choice = CHOICE.matcher(text(this.mvc.get().uri(PAGE).with(office("office2")).exchange()));
		assertThat(choice.find()).isTrue();
		assertThat(this.mvc.post()
			.uri(PAGE + "/approvals?cycle=2026")
			.param("figure", choice.group(1).replaceFirst("-.*", ""))
			.with(office("office2"))
			.with(csrf())).hasStatus(HttpStatus.CONFLICT).bodyText().contains("和您看到的不一样了");
		assertThat(this.mvc.post()
			.uri(PAGE + "/approvals?cycle=2026")
			.param("figure", choice.group(1))
			.with(office("office2"))
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(this.mvc.post().uri(PAGE + "/approvals?cycle=2026").with(office("office2")).with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("没有选中任何一项");
		assertThat(As.office(() -> this.figures.approved(cycle.id()))).hasSize(1);
		assertThat(this.mvc.get().uri(PAGE + "?lang=en").with(office("office1"))).bodyText()
			.contains("Figures that the method needs", "1 / 5", "Budget")
			.doesNotContain("??");
	}

	/** Each would fill the memory if it were written out. */
	@ParameterizedTest
	@CsvSource({ "1e999999999, 1E+999999999", "1e-999999999, 1E-999999999", "1e2147483647, 1E+2147483647" })
	void writesOutNoFigureOfABillionDigits(String value, String shown) {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		assertThat(entered(value)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains(shown + " 不合适");
		assertThat(As.office(() -> this.figures.waiting(cycle.id()))).isEmpty();
	}

	@Test
	void importsAFileAllOrNothing() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		assertThat(imported(List.of(List.of("预算执行", "市水务局", "90", "函1号"), List.of("预算执行", "市电台", "90", "函1号"),
				List.of("budget", "GAJ", "九十", "函1号"), List.of("budget", "SWJ", "120", ""),
				List.of("天气", "SWJ", "1", "函1号"))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("没有“市电台”这个单位", "“九十”不是数字", "出现两次", "超出范围：120（0–100）", "依据文件不能空白", "办法不需要“天气”");
		assertThat(As.office(() -> this.figures.waiting(cycle.id()))).isEmpty();
		assertThat(imported(List.of(List.of("预算执行", "市水务局", "90", "函1号"), List.of("reports", "GAJ", "-3.25", "函2号"))))
			.hasStatus3xxRedirection();
		assertThat(As.office(() -> this.figures.waiting(cycle.id()))).hasSize(2);
	}

	/** 98.5 % and 0.985 are two figures; quotients and grouped digits are one. */
	@Test
	void readsNumbersAsOfficesWriteThem() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		assertThat(imported(List.of(List.of("预算执行", "SWJ", "98.5%", "函1号"), List.of("预算执行", "GAJ", "98.5分", "函1号"))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("98.5% = 98.5 / 0.985", "“98.5分”不是数字");
		assertThat(imported(List.of(List.of("预算执行", "SWJ", "0.333333333333333", "函1号"),
				List.of("预算执行", "GAJ", "９８．５", "函1号"), List.of("reports", "SWJ", "1,234", "函1号"))))
			.hasStatus3xxRedirection()
			.flash()
			.containsEntry("notice", "adjustment.figure.registeredRounded");
		assertThat(As.office(() -> this.figures.waiting(cycle.id())))
			.extracting((entry) -> entry.figure().value().stripTrailingZeros().toPlainString())
			.containsExactlyInAnyOrder("0.3333333333", "98.5", "1234");
	}

	private MvcTestResult imported(List<List<String>> rows) {
		return this.mvc.post()
			.uri(PAGE + "/imports?cycle=2026")
			.multipart()
			.file(new MockMultipartFile("file", "数据.csv", "text/csv",
					Spreadsheets.csv(List.of("数据", "单位", "数值", "依据文件"), rows)))
			.with(office("office1"))
			.with(FormKey.fresh())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult entered(String value) {
		return this.mvc.post()
			.uri(PAGE + "?cycle=2026")
			.param("key", "budget")
			.param("unit", "SWJ")
			.param("value", value)
			.param("document", "财政局函〔2026〕8号")
			.with(office("office1"))
			.with(FormKey.fresh())
			.with(csrf())
			.exchange();
	}

	private static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static RequestPostProcessor office(String name) {
		return user(name).roles("OFFICE");
	}

}

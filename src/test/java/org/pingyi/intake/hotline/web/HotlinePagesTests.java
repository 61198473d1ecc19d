package org.pingyi.intake.hotline.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.intake.hotline.HotlineCase;
import org.pingyi.intake.hotline.HotlineCases;
import org.pingyi.intake.hotline.HotlineSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages on which hotline cases are taken in and decided. */
@PingyiTest
class HotlinePagesTests {

	private static final String HEADER = "工单号,来电日期,被诉单位,类别,内容,办理情况,办结日期\n";

	private static final Pattern CONTENT = Pattern.compile("name=\"content\" value=\"([^\"]+)\"");

	private static final RequestPostProcessor CLERK = user("hotline1").roles("HOTLINE");

	private static final RequestPostProcessor OFFICE = user("office1").roles("OFFICE");

	private static final RequestPostProcessor LIAISON = user("liaison-SWJ")
		.authorities(new SimpleGrantedAuthority("ROLE_LIAISON"), new SimpleGrantedAuthority("UNIT_SWJ"));

	private final MockMvcTester mvc;

	private final HotlineCases cases;

	private final HotlineSamples samples;

	private final CycleSamples cycles;

	HotlinePagesTests(MockMvcTester mvc, HotlineCases cases, HotlineSamples samples, CycleSamples cycles) {
		this.mvc = mvc;
		this.cases = cases;
		this.samples = samples;
		this.cycles = cycles;
	}

	@Test
	void saysWhatToDoWhileThereIsNothing() {
		assertThat(this.mvc.get().uri("/desk/hotline").with(CLERK)).hasStatusOk().bodyText().contains("还没有考评年度");
		this.cycles.opened();
		assertThat(this.mvc.get().uri("/desk/hotline").with(CLERK)).hasStatusOk().bodyText().contains("没有符合条件的工单");
	}

	@Test
	void previewsAFileAndStoresItOnConfirmation() {
		Cycle cycle = this.cycles.opened();
		assertThat(this.mvc.get().uri("/desk/hotline/import?cycle=2026").with(CLERK)).hasStatusOk()
			.bodyText()
			.contains("template.csv", "被诉单位");
		MvcTestResult preview = upload(HEADER + "1,2026-03-18,水务局,供水,\"停水, 电话13812345678\",,\n");
		assertThat(preview).hasStatusOk()
			.bodyText()
			.contains("新工单 1 件", "市水务局", "停水, 电话［电话］")
			.doesNotContain("13812345678");
		assertThat(this.samples.all(cycle)).isEmpty();
		assertThat(this.mvc.post()
			.uri("/desk/hotline/cases")
			.param("cycle", "2026")
			.param("content", HEADER + "1,2026-03-18,SWJ,供水,\"停水, 电话［电话］\",,\n")
			.with(CLERK)
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(this.samples.all(cycle)).singleElement()
			.satisfies((one) -> assertThat(one.details().content()).isEqualTo("停水, 电话［电话］"));
		assertThat(upload(HEADER + "1,2026-03-18,水务局,供水,停水,,\n")).hasStatusOk().bodyText().contains("没有新工单");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"a\"b", "a,,", "a,a\n1,2", "工单号,工单号\n1,2" })
	void refusesAConfirmationThatIsNoTable(String content) {
		Cycle cycle = this.cycles.opened();
		assertThat(confirmed(content)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.samples.all(cycle)).isEmpty();
	}

	/** What a spreadsheet took for a formula comes back as it was. */
	@Test
	void storesWhatThePreviewSentAlong() {
		Cycle cycle = this.cycles.opened();
		MvcTestResult preview = upload(HEADER + "1,2026-03-18,水务局,供水,\"=停水, \"\"两天\"\"\n没有通知\",,2026-03-20\n");
		assertThat(confirmed(content(preview))).hasStatus3xxRedirection();
		assertThat(this.samples.all(cycle)).singleElement().satisfies((one) -> {
			assertThat(one.details().content()).isEqualTo("=停水, \"两天\"\n没有通知");
			assertThat(one.details().closedOn()).isEqualTo("2026-03-20");
		});
	}

	private static String content(MvcTestResult preview) {
		String page = new String(preview.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		Matcher content = CONTENT.matcher(page);
		assertThat(content.find()).isTrue();
		return HtmlUtils.htmlUnescape(content.group(1));
	}

	private MvcTestResult confirmed(String content) {
		return this.mvc.post()
			.uri("/desk/hotline/cases")
			.param("cycle", "2026")
			.param("content", content)
			.with(CLERK)
			.with(csrf())
			.exchange();
	}

	@Test
	void dropsWhatTurnsAReasonAndIsNotSeen() {
		HotlineCase found = this.samples.waterCase(this.cycles.opened());
		assertThat(this.mvc.post()
			.uri("/desk/hotline/" + found.id() + "/dismissal")
			.param("reason", "属于\u202e咨询\u2066，不\u0007扣分")
			.with(OFFICE)
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(As.office(() -> this.cases.history(found.id()))).last()
			.satisfies((step) -> assertThat(step.toString()).contains("属于咨询，不扣分"));
	}

	@Test
	void namesRowAndColumnOfAWrongFile() {
		Cycle cycle = this.cycles.opened();
		assertThat(upload(HEADER + "1,2026-03-18,水务局,供水,停水,,\n2,三月,水务局,供水,停水,,\n"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("有 1 处需要改正", "“三月”不是日期", "来电日期", "<td class=\"figure\">3</td>");
		assertThat(this.samples.all(cycle)).isEmpty();
		assertThat(upload("")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("文件里没有内容");
		assertThat(this.mvc.post()
			.uri("/desk/hotline/cases")
			.param("cycle", "2026")
			.param("content", HEADER + "1,2026-03-18,没有的局,供水,停水,,\n")
			.with(CLERK)
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("没有“没有的局”这个受评单位");
	}

	@Test
	void confirmsACaseIntoAProposedDeduction() {
		HotlineCase found = this.samples.waterCase(this.cycles.opened());
		String path = "/desk/hotline/" + found.id();
		assertThat(this.mvc.get().uri(path).with(OFFICE)).hasStatusOk()
			.bodyText()
			.contains("停水两天没有通知", "核实并提出扣分", "非本单位责任（× 0）");
		assertThat(this.mvc.post()
			.uri(path + "/confirmation")
			.param("rule", "delay")
			.param("assessment", "经核实属实")
			.with(OFFICE)
			.with(csrf())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("请选择责任归属", "经核实属实");
		assertThat(this.mvc.post()
			.uri(path + "/confirmation")
			.param("rule", "delay")
			.param("cause", "own")
			.param("handling", "timely")
			.param("assessment", "经核实属实")
			.with(OFFICE)
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri(path).with(OFFICE)).hasStatusOk()
			.bodyText()
			.contains("已提出扣分，待审批", "/desk/adjustments/")
			.doesNotContain("核实并提出扣分");
	}

	@Test
	void linksTheCaseAndItsDeductionBothWays() {
		HotlineCase found = this.samples.waterCase(this.cycles.opened());
		long deduction = As.office(() -> this.cases.confirm(found.id(), HotlineSamples.ownFault()));
		assertThat(this.mvc.get().uri("/desk/hotline/" + found.id()).with(OFFICE)).bodyText()
			.contains("href=\"/desk/adjustments/" + deduction + "\"");
		assertThat(this.mvc.get().uri("/desk/adjustments/" + deduction).with(OFFICE)).bodyText()
			.contains("href=\"/desk/hotline/" + found.id() + "\"", "12345热线工单 2026-0001");
		assertThat(this.mvc.get().uri("/unit/claims").with(LIAISON)).bodyText()
			.contains("id=\"adjustment-" + deduction + "\"");
	}

	@Test
	void dismissesWithAReasonAndTakesItBack() {
		HotlineCase found = this.samples.waterCase(this.cycles.opened());
		String path = "/desk/hotline/" + found.id();
		assertThat(this.mvc.post().uri(path + "/dismissal").with(OFFICE).with(csrf()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请写明理由");
		assertThat(this.mvc.post().uri(path + "/dismissal").param("reason", "属于咨询，不扣分").with(OFFICE).with(csrf()))
			.hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri(path).with(OFFICE)).bodyText().contains("属于咨询", "重新核实");
		assertThat(this.mvc.post().uri(path + "/reopening").param("reason", "有了新的材料").with(OFFICE).with(csrf()))
			.hasStatus3xxRedirection();
	}

	@Test
	void letsTheClerkReadButNotDecide() {
		HotlineCase found = this.samples.waterCase(this.cycles.opened());
		String path = "/desk/hotline/" + found.id();
		assertThat(this.mvc.get().uri(path).with(CLERK)).hasStatusOk()
			.bodyText()
			.contains("工单由考评办核实")
			.doesNotContain("/confirmation");
		assertThat(this.mvc.post().uri(path + "/dismissal").param("reason", "不算").with(CLERK).with(csrf()))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(path).with(user("somebody").roles("LIAISON"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri("/desk/hotline").with(user("somebody").roles("AUDITOR")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void handsOutATemplateThatSpreadsheetsRead() {
		assertThat(this.mvc.get().uri("/desk/hotline/template.csv").with(CLERK)).hasStatusOk()
			.bodyText()
			.startsWith("\uFEFF工单号,来电日期,被诉单位");
	}

	private MvcTestResult upload(String content) {
		return this.mvc.post()
			.uri("/desk/hotline/import")
			.multipart()
			.file(new MockMultipartFile("file", "cases.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)))
			.param("cycle", "2026")
			.with(CLERK)
			.with(csrf())
			.exchange();
	}

}

package org.pingyi.intake.hotline.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.job.JobSamples;
import org.pingyi.intake.hotline.CaseFilter;
import org.pingyi.intake.hotline.HotlineCase;
import org.pingyi.intake.hotline.HotlineCases;
import org.pingyi.intake.hotline.HotlineSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages on which hotline cases are taken in and decided. */
@PingyiTest
class HotlinePagesTests {

	private static final String HEADER = "工单号,来电日期,被诉单位,类别,内容,办理情况,办结日期\n";

	private static final RequestPostProcessor CLERK = user("hotline1").roles("HOTLINE");

	private static final RequestPostProcessor OFFICE = user("office1").roles("OFFICE");

	private static final RequestPostProcessor LIAISON = user("liaison-SWJ")
		.authorities(new SimpleGrantedAuthority("ROLE_LIAISON"), new SimpleGrantedAuthority("UNIT_SWJ"));

	private final MockMvcTester mvc;

	private final HotlineCases cases;

	private final HotlineSamples samples;

	private final CycleSamples cycles;

	private final JobSamples jobs;

	HotlinePagesTests(MockMvcTester mvc, HotlineCases cases, HotlineSamples samples, CycleSamples cycles,
			JobSamples jobs) {
		this.jobs = jobs;
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
		assertThat(this.mvc.get().uri("/desk/hotline/imports?cycle=2026").with(CLERK)).hasStatusOk()
			.bodyText()
			.contains("template.csv", "被诉单位");
		String file = looked(upload(HEADER + "1,2026-03-18,水务局,供水,\"停水, 电话13812345678\",,\n"));
		assertThat(get(file)).hasStatusOk()
			.bodyText()
			.contains("新工单 1 件", "市水务局", "停水, 电话［电话］")
			.doesNotContain("13812345678", "name=\"content\"");
		assertThat(this.samples.all(cycle)).isEmpty();
		String job = confirmed(file);
		assertThat(confirmed(file)).isEqualTo(job);
		assertThat(get(file)).hasRedirectedUrl(job);
		this.jobs.runAll();
		assertThat(get(job)).bodyText().contains("已导入 1 件新工单，跳过已导入过的 0 件", "请在工单列表中逐件核实");
		assertThat(this.samples.all(cycle)).singleElement()
			.satisfies((one) -> assertThat(one.details().content()).isEqualTo("停水, 电话［电话］"));
		assertThat(get(looked(upload(HEADER + "1,2026-03-18,水务局,供水,停水,,\n")))).bodyText()
			.contains("没有新工单", "换一个文件")
			.doesNotContain("/confirmation");
	}

	/** What a spreadsheet took for a formula comes back as it was. */
	@Test
	void storesWhatThePreviewShowed() {
		Cycle cycle = this.cycles.opened();
		confirmed(looked(upload(HEADER + "1,2026-03-18,水务局,供水,\"=停水, \"\"两天\"\"\n没有通知\",,2026-03-20\n")));
		this.jobs.runAll();
		assertThat(this.samples.all(cycle)).singleElement().satisfies((one) -> {
			assertThat(one.details().content()).isEqualTo("=停水, \"两天\"\n没有通知");
			assertThat(one.details().closedOn()).isEqualTo("2026-03-20");
		});
	}

	/** The large files of the cases: what the preview promises is stored. */
	@ParameterizedTest
	@CsvSource({ "big2000-100.xlsx, 2000", "big5000-100.xlsx, 5000", "big5000-60.xlsx, 5000" })
	void storesAsManyAsThereAre(String name, int count) throws IOException {
		Cycle cycle = this.cycles.opened();
		try (InputStream in = HotlinePagesTests.class.getResourceAsStream("/cases/06-big-import/" + name)) {
			String file = looked(upload(new MockMultipartFile("file", name, null, in)));
			assertThat(get(file)).bodyText()
				.contains(String.format("新工单 %,d 件，已导入过的 0 件", count), "第 1 / " + count / 50 + " 页");
			assertThat(get(file + "?page=" + (count / 50 - 1))).bodyText()
				.contains("rel=\"prev\"")
				.doesNotContain("rel=\"next\"");
			String job = confirmed(file);
			this.jobs.runAll();
			assertThat(get(job)).bodyText().contains("已导入 " + count + " 件新工单");
		}
		assertThat(As.office(() -> this.cases.search(cycle.id(), new CaseFilter(null, null), PageRequest.of(0, 1)))
			.getTotalElements()).isEqualTo(count);
	}

	@Test
	void storesACaseOnceHoweverOftenItsFileIsSent() {
		Cycle cycle = this.cycles.opened();
		String first = looked(upload(HEADER + "1,2026-03-18,水务局,供水,停水,,\n"));
		String second = looked(upload(HEADER + "1,2026-03-18,水务局,供水,停水,,\n"));
		confirmed(first);
		this.jobs.runAll();
		String job = confirmed(second);
		this.jobs.runAll();
		assertThat(get(job)).bodyText().contains("已导入 0 件新工单，跳过已导入过的 1 件");
		assertThat(this.samples.all(cycle)).hasSize(1);
	}

	@Test
	void listsManyFaultsPageByPage() {
		this.cycles.opened();
		MvcTestResult refused = upload(IntStream.rangeClosed(1, 120)
			.mapToObj((number) -> number + ",2026-03-18,没有的局" + number + ",供水,停水13812345678,,\n")
			.collect(Collectors.joining("", HEADER, "")));
		assertThat(refused).hasStatus(422)
			.bodyText()
			.contains("有 120 处", "逐页查看全部 120 处", "没有的局50")
			.doesNotContain("没有的局51");
		Matcher link = Pattern.compile("href=\"(/desk/hotline/imports/[0-9a-f-]{36})\"")
			.matcher(new String(refused.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
		assertThat(link.find()).isTrue();
		assertThat(get(link.group(1) + "?page=2")).hasStatusOk()
			.bodyText()
			.contains("没有的局120", "<td class=\"figure\">121</td>")
			.doesNotContain("rel=\"next\"", "/confirmation");
		assertThat(post(link.group(1) + "/confirmation")).hasStatus(422).bodyText().contains("有 120 处现在不能导入，第一处在第 2 行");
	}

	private static String looked(MvcTestResult upload) {
		assertThat(upload).hasStatus3xxRedirection();
		String page = Objects.requireNonNull(upload.getResponse().getRedirectedUrl());
		assertThat(page).startsWith("/desk/hotline/imports/");
		return page;
	}

	private String confirmed(String file) {
		MvcTestResult confirmed = post(file + "/confirmation");
		assertThat(confirmed).hasStatus3xxRedirection();
		return Objects.requireNonNull(confirmed.getResponse().getRedirectedUrl());
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(CLERK).exchange();
	}

	private MvcTestResult post(String address) {
		return this.mvc.post().uri(address).with(CLERK).with(csrf()).exchange();
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
		return upload(new MockMultipartFile("file", "cases.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
	}

	private MvcTestResult upload(MockMultipartFile file) {
		return this.mvc.post()
			.uri("/desk/hotline/imports")
			.multipart()
			.file(file)
			.param("cycle", "2026")
			.with(CLERK)
			.with(csrf())
			.exchange();
	}

}

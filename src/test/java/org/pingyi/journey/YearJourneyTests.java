package org.pingyi.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.pingyi.Chromium;
import org.pingyi.TestClock;
import org.pingyi.TestDatabase;
import org.pingyi.base.account.Authenticator;
import org.pingyi.verify.Command;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole year of a small city, from an empty database to the published ranking, through
 * the pages alone: every role signs in and does its part. Pictures of the main pages are
 * kept under {@code target/screenshots}. Its days are months apart: nobody is asked to
 * sign in anew.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "pingyi.secret=a-secret-of-the-tests-that-is-long-enough", "server.address=127.0.0.1",
				"pingyi.sms=development", "pingyi.account.confirmed-for=36525d",
				"pingyi.account.session-limit=36525d" })
@Import({ TestDatabase.class, YearJourneyTests.Time.class, StartLog.class })
@DirtiesContext
@Execution(ExecutionMode.CONCURRENT)
class YearJourneyTests {

	private static final String PASSWORD = "open-the-quiet-harbour-7";

	private static final String UNITS = """
			代码,名称,简称,分组,窗口服务,垂直管理,上级评奖,起始日期
			SWJ,市水务局,水务局,窗口服务部门,是,否,否,2026-01-01
			GAJ,市公安局,公安局,窗口服务部门,是,否,是,2026-01-01
			JYJ,市教育局,教育局,综合管理部门,否,否,是,2026-01-01
			""";

	private static final String CASES = """
			工单号,来电日期,被诉单位,类别,内容,办理情况,办结日期
			12345-0001,2026-10-25,市公安局,服务态度,窗口解释不清楚,已回访,2026-10-28
			""";

	@LocalServerPort
	private int port;

	private final TestClock clock;

	private final StartLog startLog;

	private final Map<String, Person> people = new HashMap<>();

	private Chromium chromium;

	YearJourneyTests(@Autowired TestClock clock, @Autowired StartLog startLog) {
		this.clock = clock;
		this.startLog = startLog;
	}

	@Test
	void livesAYearThroughThePages() throws IOException {
		try (Chromium browser = Chromium.start()) {
			this.chromium = browser;
			appointAdministrators();
			appointStaff();
			registerUnits();
			freezeMethod();
			announceYear();
			acknowledge();
			openYear();
			voteOnline();
			fillWindowForm();
			reviewByInvitation();
			inspect();
			takeHotlineCase();
			claimBonus();
			vetoAndBackOut();
			keepEmbargo();
			closeAndCount();
			noticeAndObject();
			publish();
			readRanking();
			mendOpinion();
			readTrail();
			verifyElsewhere();
		}
	}

	private void appointAdministrators() {
		Person first = person("sysadmin", 1440).opens(this.startLog.setUpLink());
		Page page = first.page();
		page.getByLabel("登录名").nth(0).fill("sysadmin");
		page.getByLabel("姓名").nth(0).fill("系统管理员");
		first.types("新密码", PASSWORD).types("再输入一次", PASSWORD);
		page.getByLabel("登录名").nth(1).fill("secadmin");
		page.getByLabel("姓名").nth(1).fill("安全管理员");
		first.presses("完成设置").sees("请把链接交给本人");
		activate("secadmin", page.innerText("#link"));
		signIn("sysadmin");
	}

	private void appointStaff() {
		appoint("office1", "王芳", "", "考评办");
		appoint("office2", "李强", "", "考评办");
		appoint("inspector1", "陈晨", "", "检查员");
		appoint("hotline1", "周洁", "", "热线坐席");
		appoint("auditor1", "孙立", "", "审计员");
	}

	private void appoint(String login, String name, String unit, String role) {
		Person administrator = this.people.get("sysadmin").opens("/admin/accounts/new");
		administrator.types("登录名", login).types("姓名", name);
		if (!unit.isEmpty()) {
			administrator.chooses("所属单位", unit);
		}
		administrator.presses("开设并取得链接");
		activate(login, administrator.page().innerText("#link"));
		this.people.get("secadmin").opens("/admin/rights/" + login).chooses("权限", role).presses("授予").sees("权限已授予");
		signIn(login);
	}

	private void activate(String login, String link) {
		person(login, 1440).opens(link)
			.types("新密码", PASSWORD)
			.types("再输入一次", PASSWORD)
			.presses("设置密码")
			.sees("密码已设置，请登录");
		if (login.equals("secadmin")) {
			signIn(login);
		}
	}

	private Person signIn(String login) {
		Person person = this.people.get(login).opens("/login").types("登录名", login).types("密码", PASSWORD).presses("登录");
		return login.endsWith("admin") ? setUpSecondFactor(person) : person;
	}

	/** What administrators are led to at their first sign-in. */
	private Person setUpSecondFactor(Person person) {
		person.sees("您的权限要求二次验证").keepsPicture("second-factor").findsNoBarrier();
		Authenticator phone = new Authenticator(person.textOf("main code"), this.clock);
		person.types("验证码", phone.code()).presses("验证并启用").sees("二次验证已开启").findsNoBarrier();
		return person.presses("领取 10 个新的应急码").sees("应急码只在这里显示一次").findsNoBarrier();
	}

	private void registerUnits() {
		Person office = office().sees("还没有考评年度").keepsPicture("desk-empty").findsNoBarrier();
		for (Map.Entry<String, String> group : Map.of("窗口服务部门", "WIN", "综合管理部门", "ADM").entrySet()) {
			office.opens("/desk/groups")
				.types("分组名称", group.getKey())
				.types("分组代码", group.getValue())
				.presses("新增分组")
				.sees("分组已新增");
		}
		office.opens("/desk/units/imports")
			.attaches("名册文件", "units.csv", UNITS.replace("SWJ,市水务局", "S!,市水务局"))
			.presses("上传并核对")
			.sees("代码须为 2 至 12 位字母或数字：S!")
			.opens("/desk/units/imports")
			.attaches("名册文件", "units.csv", UNITS)
			.presses("上传并核对")
			.presses("确认导入 3 个单位")
			.sees("已导入 3 个单位")
			.keepsPicture("desk-units")
			.findsNoBarrier();
		appoint("swj", "水务局联络员", "SWJ", "单位联络员");
		appoint("gaj", "公安局联络员", "GAJ", "单位联络员");
	}

	/**
	 * A small city: the founding method, with every channel counted from its first
	 * ballot.
	 */
	private void freezeMethod() throws IOException {
		String method = new ClassPathResource("scheme/m01-founding-city.json")
			.getContentAsString(StandardCharsets.UTF_8)
			.replaceAll("\"minimum\"\\s*:\\s*\\d+", "\"minimum\": 1");
		office().opens("/desk/schemes").keepsPicture("desk-schemes").findsNoBarrier();
		SchemeSteps.importAndFreeze(office(), method);
		office().keepsPicture("desk-scheme-version").findsNoBarrier();
	}

	private void announceYear() {
		office().opens("/desk/cycles/new")
			.types("年度代码", "2026")
			.types("年度名称", "2026年度机关作风建设考评")
			.types("评议开始日", "2026-11-30")
			.types("评议截止日", "2026-11-01")
			.presses("保存")
			.sees("截止日不能早于开始日")
			.types("评议开始日", "2026-11-01")
			.types("评议截止日", "2026-11-30")
			.presses("保存")
			.sees("已保存")
			.confirms("公布考评内容")
			.sees("已公布")
			.keepsPicture("desk-cycle")
			.findsNoBarrier();
	}

	private void acknowledge() {
		this.people.get("swj")
			.opens("/unit")
			.sees("今年考什么、怎么计分")
			.keepsPicture("unit-announcement")
			.findsNoBarrier()
			.presses("我单位已阅")
			.sees("已确认");
	}

	private void openYear() {
		office().opens("/desk/cycles/2026").sees("3 个单位中已有 1 个确认").confirms("开始评议").sees("评议已经开始");
	}

	private void voteOnline() {
		Person citizen = person("citizen", 390).opens("/").keepsPicture("home-open").findsNoBarrier().follows("我要评议");
		citizen.types("手机号码", "123").presses("获取验证码").sees("请输入 11 位大陆手机号码");
		citizen.types("手机号码", "13800138000")
			.keepsPicture("vote-start")
			.findsNoBarrier()
			.presses("获取验证码")
			.sees("138****8000");
		citizen.types("验证码", code()).presses("开始评议").sees("选择您打过交道的单位").keepsPicture("vote-choice").findsNoBarrier();
		citizen.ticks("市水务局").ticks("市公安局").presses("去评议").keepsPicture("vote-sheet").findsNoBarrier();
		citizen.presses("下一个单位").sees("请为这一题选一项");
		rate(citizen, "下一个单位").sees("第 2 个，共 2 个单位");
		rate(citizen, "下一步：核对").sees("请再看一遍").keepsPicture("vote-review").findsNoBarrier().presses("提交评议");
		citizen.waitsFor("#receipts dd").sees("评议完成").keepsPicture("vote-receipts").findsNoBarrier();
		Matcher receipt = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){4}").matcher(citizen.text());
		assertThat(receipt.find()).isTrue();
		citizen.opens("/vote/receipt").types("回执号", receipt.group()).presses("查询").sees("您的选票已收到，等待封存");
	}

	/** Units come in an order of the voter's own; only the police hear an opinion. */
	private static Person rate(Person citizen, String next) {
		citizen.answersAll("满意");
		if (citizen.textOf("h1:visible").equals("市公安局")) {
			citizen.types("意见建议（选填）", "希望中午也有人值班。").ticks("可以把我的意见原文转给该单位");
		}
		return citizen.presses(next);
	}

	private String code() {
		// Messages go out beside the answer: a reload or two may come before.
		Person office = office();
		Matcher code = Pattern.compile("您的验证码是 (\\d{6})").matcher(office.opens("/desk/sms").text());
		for (int reload = 0; !code.find(0) && reload < 50; reload++) {
			code.reset(office.opens("/desk/sms").text());
		}
		assertThat(code.find(0)).as("message at the development gateway").isTrue();
		return code.group(1);
	}

	private void fillWindowForm() {
		Person office = office().opens("/desk/kiosks").chooses("单位", "市水务局").types("窗口", "一号窗口").presses("登记并生成配对链接");
		Person visitor = person("visitor", 768).opens(office.addressWith("/kiosk/pairing/"))
			.presses("启用这台平板")
			.keepsPicture("kiosk-welcome")
			.findsNoBarrier()
			.presses("开始评价")
			.keepsPicture("kiosk-form")
			.findsNoBarrier()
			.answersAll("很满意");
		String ticket = visitor.page().url();
		visitor.presses("提交评价")
			.sees("谢谢您的评价")
			.keepsPicture("kiosk-thanks")
			.findsNoBarrier()
			.isRefusedWith(ticket, "已经用过");
	}

	private void reviewByInvitation() {
		for (String channel : List.of("LEADER/leader", "SUPERIOR/superior", "GRASSROOTS/grassroots")) {
			ReviewSteps.inviteAndMark(this.chromium, address(), office(), channel);
		}
	}

	private void inspect() {
		InspectionSteps.assignAndVisit(office(), this.people.get("inspector1"));
		this.people.get("swj").opens("/unit/findings").sees("台账不全").keepsPicture("unit-findings").findsNoBarrier();
	}

	private void takeHotlineCase() {
		this.people.get("hotline1")
			.opens("/desk/hotline")
			.follows("导入工单")
			.attaches("工单文件", "cases.csv", CASES)
			.presses("预览")
			.presses("导入 1 件工单")
			.sees("已导入 1 件新工单");
		office().opens("/desk/hotline")
			.follows("12345-0001")
			.chooses("适用条款", "attitude")
			.chooses("责任归属", "own")
			.chooses("处理情况", "timely")
			.types("核实结论", "工单与回访记录属实。")
			.presses("提出扣分")
			.sees("已提出扣分");
		approveWaiting("市公安局");
	}

	private void approveWaiting(String unit) {
		this.people.get("office2")
			.opens("/desk/adjustments")
			.keepsPicture("desk-adjustments")
			.findsNoBarrier()
			.follows(unit)
			.confirms("批准")
			.sees("已批准");
	}

	private void claimBonus() {
		this.people.get("swj").opens("/unit/claims").sees("没有为本单位设加分项");
		this.people.get("gaj")
			.opens("/unit/claims")
			.chooses("适用条款", "province")
			.types("依据文件", "省政府〔表彰〕8号")
			.types("文件或事件日期", "2026-10-20")
			.types("事由", "全省优秀集体。")
			.presses("提交申报")
			.sees("已申报")
			.keepsPicture("unit-claims")
			.findsNoBarrier();
		approveWaiting("市公安局");
	}

	/** The proposer cannot approve; a rejected veto changes nothing. */
	private void vetoAndBackOut() {
		office().opens("/desk/adjustments/new?cycle=2026&kind=VETO")
			.chooses("单位", "市教育局")
			.chooses("适用条款", "grave-accident")
			.types("依据文件", "调查报告")
			.types("文件或事件日期", "2026-10-21")
			.types("事由", "待核实的事故。")
			.presses("提交审批")
			.sees("需要另一位");
		this.people.get("office2")
			.opens("/desk/adjustments")
			.follows("市教育局")
			.types("不批准的理由", "与该单位无关。")
			.presses("不批准")
			.sees("已记为不批准");
	}

	private void keepEmbargo() {
		office().isRefusedWith("/desk/results/2026/SWJ", "评议截止之前");
		office().opens("/desk/participation").sees("市水务局").keepsPicture("desk-participation").findsNoBarrier();
	}

	private void closeAndCount() {
		this.clock.moveTo(LocalDate.of(2026, 11, 30));
		office().opens("/desk/cycles/2026")
			.confirms("截止评议")
			.sees("评议已截止")
			.opens("/desk/results")
			.confirms("计分")
			.sees("第 1 次计分完成")
			.keepsPicture("desk-results")
			.findsNoBarrier()
			.opens("/desk/results/2026/SWJ")
			.keepsPicture("desk-scorecard")
			.findsNoBarrier();
	}

	private void noticeAndObject() {
		office().opens("/desk/results").confirms("向单位公示").sees("草案已向各单位公示");
		this.people.get("gaj")
			.opens("/unit/score")
			.types("申诉理由", "投诉已按期办结。")
			.presses("提交申诉")
			.sees("本单位的申诉")
			.keepsPicture("unit-score")
			.findsNoBarrier();
		this.people.get("gaj").isRefused("/desk/results/2026/SWJ");
		office().opens("/desk/results").follows("有 1 件申诉等待处理").sees("投诉已按期办结。");
		ResultSteps.dismissObjection(this.people.get("office2"));
	}

	private void publish() {
		office().opens("/desk/results").confirms("公布结果").sees("结果已公布");
	}

	private void readRanking() throws IOException {
		Person reader = person("reader", 1440).opens("/results/2026").sees("市水务局").sees("市教育局").keepsPicture("ranking");
		reader.findsNoBarrier();
		String table = Files.readString(reader.downloads("下载 CSV"), StandardCharsets.UTF_8);
		assertThat(table).contains("市水务局", "市公安局", "市教育局");
		reader.opens("/results/2026/GAJ").sees("省政府〔表彰〕8号").keepsPicture("scorecard").findsNoBarrier();
		person("phone", 390).opens("/results/2026").keepsPicture("ranking-phone").findsNoBarrier();
	}

	private void mendOpinion() {
		OpinionSteps.sendAnswerAndMend(office(), this.people.get("gaj"));
	}

	private void readTrail() {
		this.people.get("auditor1").opens("/audit/trail").sees("公布").keepsPicture("audit-trail").findsNoBarrier();
		this.people.get("auditor1").isRefused("/desk");
	}

	/** The downloaded files are verified by the command that an auditor runs at home. */
	private void verifyElsewhere() {
		Person auditor = this.people.get("auditor1")
			.opens("/audit/cycles")
			.keepsPicture("audit-files")
			.findsNoBarrier();
		assertThat(verified(auditor.downloads("下载2026年度机关作风建设考评的审计文件"))).isEqualTo(Command.CLEAN);
		Person reader = person("reader", 1440).opens("/results/2026/recount").keepsPicture("recount").findsNoBarrier();
		assertThat(verified(reader.downloads("下载核验文件"))).isEqualTo(Command.CLEAN);
		person("phone", 390).opens("/results/2026/recount").keepsPicture("recount-phone").findsNoBarrier();
		person("tablet", 768).opens("/results/2026/recount?lang=en").keepsPicture("recount-tablet").findsNoBarrier();
	}

	private static int verified(Path files) {
		return Command.run(List.of(files.toString()), System.out);
	}

	private Person office() {
		Person office = this.people.get("office1");
		return office.page().url().contains("/desk") ? office : office.opens("/desk");
	}

	private Person person(String name, int width) {
		return this.people.computeIfAbsent(name,
				(any) -> new Person(this.chromium, address(), width, (width < 500) ? 844 : 900));
	}

	private String address() {
		return "http://127.0.0.1:" + this.port;
	}

	/** The clock that the test moves from the opening to the close. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Time {

		@Bean
		TestClock testClock() {
			return new TestClock();
		}

	}

}

package org.pingyi.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.pingyi.Chromium;
import org.pingyi.TestClock;
import org.pingyi.TestDatabase;
import org.pingyi.base.account.AccountSamples;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The office begins with a built-in method and edits it on the desk alone, with the
 * keyboard where that is practical, until it can be frozen.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "pingyi.secret=a-secret-of-the-tests-that-is-long-enough", "server.address=127.0.0.1",
				"pingyi.sms=development" })
@Import({ TestDatabase.class, AccountSamples.class, SchemeEditorTests.Time.class })
@DirtiesContext
@Execution(ExecutionMode.CONCURRENT)
class SchemeEditorTests {

	@LocalServerPort
	private int port;

	private final AccountSamples accounts;

	SchemeEditorTests(@Autowired AccountSamples accounts) {
		this.accounts = accounts;
	}

	@Test
	void editsAMethodFromTheTreeToTheGradesAndFreezesIt() {
		this.accounts.office();
		try (Chromium chromium = Chromium.start()) {
			Person office = new Person(chromium, "http://127.0.0.1:" + this.port, 1440, 900);
			signIn(office);
			begin(office);
			weigh(office);
			ask(office);
			level(office);
			bonus(office);
			bands(office);
			gradeRule(office);
			resumeAndMend(chromium, office);
			preview(office);
			freeze(office);
		}
	}

	private static void signIn(Person office) {
		office.opens("/login").types("登录名", "office1").types("密码", AccountSamples.PASSWORD).presses("登录");
	}

	private void begin(Person office) {
		office.opens("/desk/schemes/new").presses("以此生成草稿").sees("逐项编辑");
		look(office, "editor-draft");
	}

	/** The live sum follows the keys; a sum that is wrong is kept and named. */
	private void weigh(Person office) {
		office.follows("计分表");
		look(office, "editor-trees");
		office.page().locator(".edit-table th a").first().click();
		Locator weight = office.page().locator(".weight").first();
		Locator sum = weight.locator("xpath=ancestor::ul[1]/following-sibling::p//output");
		assertThat(sum).hasClass("sum sum-right");
		String before = weight.inputValue();
		weight.focus();
		office.page().keyboard().press("ControlOrMeta+a");
		office.page().keyboard().type("71.5");
		assertThat(sum).hasClass("sum sum-wrong");
		office.sees("有未保存的修改");
		office.sends().sees("草稿已保存").sees("权重合计不等");
		look(office, "editor-tree");
		weight.fill(before);
		assertThat(sum).hasClass("sum sum-right");
		office.sends().sees("草稿已保存").doesNotSee("权重合计不等");
	}

	private void ask(Person office) {
		office.follows("草稿").follows("问卷").follows("服务窗口现场问卷");
		office.presses("添加：题项").sees("文字还没有填写");
		Page page = office.page();
		page.getByLabel("题目（中文）").last().fill("窗口愿意听取意见");
		page.getByLabel("类别（中文）").last().fill("总体评价");
		page.getByLabel("题目（英文）").last().fill("The window listens");
		page.getByLabel("类别（英文）").last().fill("Overall appraisal");
		office.sends().sees("草稿已保存").doesNotSee("文字还没有填写");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("上移：窗口愿意听取意见")).press("Enter");
		look(office, "editor-questionnaire");
	}

	private void level(Person office) {
		office.follows("草稿").follows("量表").follows("five").presses("添加：评价等级");
		Page page = office.page();
		page.getByLabel("名称（中文）").last().fill("说不清");
		page.getByLabel("名称（英文）").last().fill("Cannot say");
		office.sends().sees("等级 10 应写明分值");
		look(office, "editor-scale");
		page.getByLabel("不计分").last().press(" ");
		office.sends().sees("草稿已保存").doesNotSee("应写明分值");
	}

	private void bonus(Person office) {
		office.follows("草稿").follows("加分、扣分和一票否决");
		look(office, "editor-adjustments");
		office.page().locator(".edit-table th a").first().click();
		office.types("分值", "两分").presses("保存草稿").sees("此处应为数字").sees("读不懂");
		assertThat(office.page().getByLabel("分值").first()).hasValue("两分");
		look(office, "editor-bonus");
		office.types("分值", "２.５").presses("保存草稿").sees("草稿已保存");
		assertThat(office.page().getByLabel("分值").first()).hasValue("2.5");
	}

	private void bands(Person office) {
		office.follows("草稿").follows("计分表");
		office.page().locator(".edit-table th a").first().click();
		office.page().locator(".outline-node-foot button").last().click();
		office.sees("为“");
		look(office, "editor-kinds");
		office.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("分档得分")).press("Enter");
		office.sees("草稿已保存").sees("按数值落在哪一档给分");
		office.page()
			.locator("#trees-0-root-parts-2-name-zh")
			.or(office.page().getByLabel("名称（中文）"))
			.first()
			.fill("办结率档次");
		office.presses("添加：档次").presses("添加：档次");
		office.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("添加：条件")).first().click();
		look(office, "editor-bands");
		office.page().locator(".outline-node-foot button").first().press("Enter");
		office.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("外部数据")).click();
		office.types("数据代码", "done").presses("保存草稿").sees("草稿已保存");
	}

	private void gradeRule(Person office) {
		office.follows("草稿").follows("名次和等次").presses("添加：等次规则").sees("名额限制");
		office.chooses("等次", "良好").types("不低于", "70").presses("保存草稿").sees("草稿已保存");
		look(office, "editor-grade-rule");
		office.follows("名次和等次");
		look(office, "editor-ranking");
	}

	/**
	 * Another browser finds the draft as it was left, and its faults lead to where they
	 * are corrected.
	 */
	private void resumeAndMend(Chromium chromium, Person office) {
		Person later = new Person(chromium, "http://127.0.0.1:" + this.port, 1440, 900);
		signIn(later);
		later.opens("/desk/schemes").follows("查看草稿").sees("问题，不能定稿");
		look(later, "editor-faults");
		while (later.page().locator(".file-errors li a").count() > 0) {
			later.page().locator(".file-errors li a").first().click();
			correct(later.page());
			later.opens("/desk/schemes/1");
		}
		later.sees("检查通过，可以定稿");
	}

	/** What was added for trial is taken away again where it cannot stand. */
	private static void correct(Page page) {
		// What is looked for stands on the page before as well.
		page.navigate(page.locator(".trail a").last().getAttribute("href"));
		Locator remove = page
			.locator("details.confirm:has(summary[aria-label^='删除：办结率档次']), "
					+ "details.confirm:has(summary[aria-label='删除：良好'])")
			.last();
		remove.locator("summary").press("Enter");
		remove.getByRole(AriaRole.BUTTON).first().press("Enter");
		assertThat(page.locator("body")).containsText("草稿已保存");
	}

	private void preview(Person office) {
		office.opens("/desk/schemes/1").follows("窗口评议").sees("窗口愿意听取意见").sees("说不清");
		look(office, "editor-preview");
	}

	private void freeze(Person office) {
		office.opens("/desk/schemes/1").confirms("定稿").sees("已定稿").sees("窗口愿意听取意见");
	}

	private void look(Person person, String name) {
		Chromium.lookAtEveryWidth(person.page(), name);
	}

	/** A clock that stands still. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Time {

		@Bean
		TestClock testClock() {
			return new TestClock();
		}

	}

}

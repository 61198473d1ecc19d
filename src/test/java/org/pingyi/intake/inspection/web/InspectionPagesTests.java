package org.pingyi.intake.inspection.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.intake.inspection.Findings;
import org.pingyi.intake.inspection.InspectionSamples;
import org.pingyi.intake.inspection.Visits;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scoring.Item;

import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The office plans, the inspector fills the checklist, the unit answers: on pages. */
@PingyiTest
class InspectionPagesTests {

	private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

	private final MockMvcTester mvc;

	private final InspectionSamples samples;

	private final Visits visits;

	private final Findings findings;

	private final AccountSamples accounts;

	private final CycleSamples cycles;

	InspectionPagesTests(MockMvcTester mvc, InspectionSamples samples, Visits visits, Findings findings,
			AccountSamples accounts, CycleSamples cycles) {
		this.mvc = mvc;
		this.samples = samples;
		this.visits = visits;
		this.findings = findings;
		this.accounts = accounts;
		this.cycles = cycles;
	}

	@Test
	void assignsTheRestFromTheDesk() {
		this.samples.assigned(this.cycles.opened().id(), "SWJ");
		assertThat(this.mvc.get().uri("/desk/inspections").with(office())).hasStatusOk()
			.bodyText()
			.contains("尚未安排检查的全部单位（4个）", "inspector1", "已安排");
		assertThat(assignment("*", "2026-11-04")).hasStatus3xxRedirection()
			.hasRedirectedUrl("/desk/inspections?cycle=2026");
		assertThat(this.mvc.get().uri("/desk/inspections").with(office())).bodyText()
			.contains("共5次检查")
			.doesNotContain("尚未安排检查的全部单位");
	}

	@Test
	void keepsWhatTheOfficeTyped() {
		this.cycles.opened();
		this.accounts.inspector();
		assertThat(assignment("SWJ", "2026-12-24")).hasStatus(422)
			.bodyText()
			.contains("计划日期不在考评期内", "value=\"2026-12-24\"");
		assertThat(assignment("SWJ", "someday")).hasStatus(422).bodyText().contains("error-summary");
		assertThat(assignment("SWJ", "")).hasStatus(422).bodyText().contains("error-summary");
	}

	@Test
	void walksAVisitFromTheListToItsSubmission() {
		long visit = this.samples.assigned(this.cycles.opened().id(), "SWJ");
		assertThat(this.mvc.get().uri("/inspect").with(inspector("inspector1"))).hasStatusOk()
			.bodyText()
			.contains("市水务局", "以后（1）");
		assertThat(this.mvc.get().uri("/inspect/visits/" + visit).with(inspector("inspector1"))).hasStatusOk()
			.bodyText()
			.contains("分数（0 至 100，可填一位小数）", "核对并提交");
		assertThat(noted(visit, "87.5", "台账不全", true)).hasRedirectedUrl("/inspect/visits/" + visit + "/submission");
		MvcTestResult review = this.mvc.get()
			.uri("/inspect/visits/" + visit + "/submission")
			.with(inspector("inspector1"))
			.exchange();
		assertThat(review).hasStatusOk().bodyText().contains("87.5", "台账不全", "不能再修改");
		Matcher key = KEY.matcher(text(review));
		assertThat(key.find()).isTrue();
		assertThat(this.mvc.post()
			.uri("/inspect/visits/" + visit + "/submission")
			.param("key", key.group(1))
			.param("seen", InspectionSamples.inspector(() -> this.visits.checklist(visit)).seen().toString())
			.with(inspector("inspector1"))
			.with(csrf())).hasRedirectedUrl("/inspect/visits/" + visit);
		assertThat(this.mvc.get().uri("/inspect/visits/" + visit).with(inspector("inspector1"))).hasStatusOk()
			.bodyText()
			.contains("已于 2026-11-02 提交", "台账不全")
			.doesNotContain("87.5");
	}

	@Test
	void keepsWhatTheInspectorTypedWhenAMarkCannotBeRead() {
		long visit = this.samples.assigned(this.cycles.opened().id(), "SWJ");
		assertThat(noted(visit, "87.55", "台账不全", false)).hasStatus(422)
			.bodyText()
			.contains("value=\"87.55\"", "台账不全", "请填 0 至 100 的数");
		assertThat(InspectionSamples.inspector(() -> this.visits.checklist(visit)).notes()).isEmpty();
		assertThat(noted(visit, "", "", false)).hasStatus3xxRedirection();
	}

	@Test
	void showsWhatIsMissingInsteadOfTheSubmission() {
		long visit = this.samples.assigned(this.cycles.opened().id(), "SWJ");
		noted(visit, "59.9", "", true);
		assertThat(this.mvc.get().uri("/inspect/visits/" + visit + "/submission").with(inspector("inspector1")))
			.hasStatusOk()
			.bodyText()
			.contains("分数低，请写明发现")
			.doesNotContain("confirm-box");
		assertThat(this.mvc.post()
			.uri("/inspect/visits/" + visit + "/submission")
			.param("key", "a-key-of-more-than-sixteen")
			.param("seen", InspectionSamples.inspector(() -> this.visits.checklist(visit)).seen().toString())
			.with(inspector("inspector1"))
			.with(csrf())).hasStatus(422);
	}

	@Test
	void hidesAVisitFromOthers() {
		long visit = this.samples.assigned(this.cycles.opened().id(), "SWJ");
		assertThat(this.mvc.get().uri("/inspect/visits/" + visit).with(inspector("inspector2"))).hasStatus(404);
		assertThat(this.mvc.get().uri("/inspect/visits/" + visit).with(office())).hasStatus(403);
		assertThat(this.mvc.get().uri("/desk/inspections").with(inspector("inspector1"))).hasStatus(403);
	}

	@Test
	void showsAUnitItsFindingsWithoutMarksAndTakesAnswers() {
		long visit = this.samples.submitted(this.cycles.opened().id(), "SWJ", 555, "没有值班表");
		long finding = InspectionSamples.liaison("SWJ", this.findings::own).getFirst().id();
		assertThat(this.mvc.get().uri("/unit/findings").with(liaison("SWJ"))).hasStatusOk()
			.bodyText()
			.contains("没有值班表", "提交回复")
			.doesNotContain("55.5");
		assertThat(this.mvc.get().uri("/unit/findings").with(liaison("JYJ"))).hasStatusOk()
			.bodyText()
			.contains("暂无检查发现的问题")
			.doesNotContain("没有值班表");
		assertThat(answer("JYJ", finding, "不是我们")).hasStatus(404);
		assertThat(answer("SWJ", finding, "长".repeat(1001))).hasStatus(422).bodyText().contains("长长长", "回复超过1,000字");
		assertThat(answer("SWJ", finding, "\u202e已经\u200f张贴")).hasRedirectedUrl("/unit/findings");
		assertThat(this.mvc.get().uri("/desk/inspections/" + visit).with(office())).hasStatusOk()
			.bodyText()
			.contains("已经张贴", "单位尚未回复")
			.doesNotContain("55.5");
	}

	private MvcTestResult assignment(String unit, String day) {
		return this.mvc.post()
			.uri("/desk/inspections?cycle=2026")
			.with(office())
			.with(csrf())
			.param("unit", unit)
			.param("inspector", "inspector1")
			.param("day", day)
			.exchange();
	}

	private MvcTestResult noted(long visit, String mark, String finding, boolean finish) {
		var request = this.mvc.post().uri("/inspect/visits/" + visit).with(inspector("inspector1")).with(csrf());
		for (Item item : InspectionSamples.inspector(() -> this.visits.checklist(visit))
			.form()
			.questionnaire()
			.items()) {
			request = request.param("mark." + item.code(), mark).param("finding." + item.code(), finding);
		}
		return (finish ? request.param("finish", "yes") : request).exchange();
	}

	private MvcTestResult answer(String unit, long finding, String text) {
		return this.mvc.post()
			.uri("/unit/findings/" + finding + "/answers")
			.param("text", text)
			.with(liaison(unit))
			.with(FormKey.fresh())
			.with(csrf())
			.exchange();
	}

	private static RequestPostProcessor office() {
		return user("office1").roles("OFFICE");
	}

	private static RequestPostProcessor inspector(String login) {
		return user(login).roles("INSPECTOR");
	}

	private static RequestPostProcessor liaison(String unit) {
		return user("liaison." + unit).authorities(new SimpleGrantedAuthority("ROLE_LIAISON"),
				new SimpleGrantedAuthority("UNIT_" + unit));
	}

	private static String text(MvcTestResult page) {
		return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}

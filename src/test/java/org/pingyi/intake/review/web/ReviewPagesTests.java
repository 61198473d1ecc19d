package org.pingyi.intake.review.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.intake.review.ReviewSheets;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The sheet behind a personal link, and the office's pages about invitations. */
@PingyiTest
class ReviewPagesTests {

	private static final Pattern LINK = Pattern.compile("/review#([A-Z0-9]{20})");

	private final MockMvcTester mvc;

	private final ReviewSamples samples;

	private final ReviewSheets sheets;

	private final CycleSamples cycles;

	private final JdbcTemplate jdbc;

	ReviewPagesTests(MockMvcTester mvc, ReviewSamples samples, ReviewSheets sheets, CycleSamples cycles,
			JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		this.mvc = mvc;
		this.samples = samples;
		this.sheets = sheets;
		this.cycles = cycles;
	}

	@Test
	void greetsThePersonAndListsTheirUnits() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		MvcTestResult page = this.mvc.get()
			.uri(this.samples.address(token))
			.with(this.samples.browser(token))
			.exchange();
		assertThat(page).hasStatusOk().bodyText().contains("王主任，您好", "市水务局", "市委组织部", "开始评议", "未评");
		assertThat(page).headers().hasValue("Referrer-Policy", "no-referrer").doesNotContainHeader("Set-Cookie");
	}

	@Test
	void savesAUnitAndGoesOnToTheNext() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		String first = this.sheets.open(token).units().getFirst().unit().code();
		String second = this.sheets.open(token).units().get(1).unit().code();
		assertThat(this.mvc.get().uri(unit(token, first)).with(this.samples.browser(token))).hasStatusOk()
			.bodyText()
			.contains("保存并下一个", "hx-post");
		assertThat(marked(token, first, 4)).hasStatus3xxRedirection().hasRedirectedUrl(unit(token, second));
		assertThat(this.sheets.open(token).complete()).hasSize(1);
	}

	@Test
	void namesWhatIsMissingAndKeepsTheRest() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		MvcTestResult partly = marked(token, "SWJ", 3);
		assertThat(partly).hasStatus(422).bodyText().contains("还有1题没有选", "办得好");
		assertThat(text(partly).split("checked=\"checked\"", -1)).hasSize(4);
		assertThat(this.sheets.open(token).unit("SWJ")).hasValueSatisfying((row) -> assertThat(row.begun()).isTrue());
	}

	@Test
	void savesQuietlyAfterEachMark() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		String item = this.sheets.open(token).form().questionnaire().items().getFirst().code();
		MvcTestResult saved = this.mvc.post()
			.uri(unit(token, "SWJ"))
			.with(this.samples.browser(token))
			.header("HX-Request", "true")
			.param("answer." + item, "1")
			.exchange();
		assertThat(saved).hasStatusOk().headers().hasValue("Vary", "HX-Request");
		assertThat(text(saved).strip()).isEqualTo("已保存");
		assertThat(this.sheets.open(token).unit("SWJ")).hasValueSatisfying((row) -> assertThat(row.begun()).isTrue());
	}

	@Test
	void signsOffOnceAndOnlyWithWhatIsLeftOutConfirmed() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		assertThat(signature(token, false)).hasStatus(422);
		this.samples.mark(token, "SWJ", 2);
		assertThat(this.mvc.get().uri(this.samples.address(token) + "/signature").with(this.samples.browser(token)))
			.hasStatusOk()
			.bodyText()
			.contains("还有4个单位没有评完", "市教育局");
		assertThat(signature(token, false)).hasStatus(422).bodyText().contains("这些单位不评");
		assertThat(signature(token, true)).hasStatusOk().bodyText().contains("谢谢您的评议", "市水务局");
		assertThat(this.mvc.get().uri(this.samples.address(token)).with(this.samples.browser(token))).hasStatus(410)
			.bodyText()
			.contains("已经签字提交");
		assertThat(signature(token, true)).hasStatus(410);
	}

	@Test
	void takesFormsOfOurOwnPagesOnly() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		String item = this.sheets.open(token).form().questionnaire().items().getFirst().code();
		var mark = this.mvc.post()
			.uri(unit(token, "SWJ"))
			.with(this.samples.browser(token))
			.header("HX-Request", "true")
			.param("answer." + item, "1");
		assertThat(mark.header("Sec-Fetch-Site", "cross-site")).hasStatus(403);
		assertThat(this.sheets.open(token).unit("SWJ")).hasValueSatisfying((row) -> assertThat(row.begun()).isFalse());
		assertThat(this.mvc.post()
			.uri(unit(token, "SWJ"))
			.with(this.samples.browser(token))
			.header("HX-Request", "true")
			.header("Sec-Fetch-Site", "same-origin")
			.param("answer." + item, "1")).hasStatusOk();
	}

	@Test
	void saysWhatHappenedToAWrongLink() {
		this.cycles.opened();
		assertThat(this.mvc.get().uri("/review/sheets/nothing")).hasStatus(403).bodyText().contains("没有打开这份评议表");
		assertThat(this.mvc.get().uri("/review/sheets/nothing/units/SWJ")).hasStatus(403);
		assertThat(this.mvc.post().uri("/review/sheets/nothing/units/SWJ").header("HX-Request", "true")).hasStatus(403)
			.headers()
			.hasValue("HX-Refresh", "true");
	}

	@Test
	void saysWhenTheCycleIsClosed() {
		String token = this.samples.leader(this.cycles.announced().id()).token();
		assertThat(this.mvc.get().uri(this.samples.address(token)).with(this.samples.browser(token))).hasStatus(409)
			.bodyText()
			.contains("2026-11-01");
	}

	@Test
	void showsTheOfficeHowFarPeopleAreButNoAnswers() {
		long cycle = this.cycles.opened().id();
		String token = this.samples.leader(cycle).token();
		this.samples.mark(token, "SWJ", 4);
		MvcTestResult page = this.mvc.get().uri("/desk/invitations").with(office()).exchange();
		assertThat(page).hasStatusOk().bodyText().contains("王主任", "评议中", "1 / 5").doesNotContain("不满意", token);
		assertThat(this.mvc.get().uri("/desk/invitations").with(user("liaison1").roles("LIAISON"))).hasStatus(403);
	}

	@Test
	void saysBeforeALinkIsRenewedThatTheDraftsAreLost() {
		long cycle = this.cycles.opened().id();
		String token = this.samples.leader(cycle).token();
		assertThat(this.mvc.get().uri("/desk/invitations").with(office())).bodyText()
			.contains("更换链接", "原链接立即失效。新链接")
			.doesNotContain("须从头再评");
		this.samples.mark(token, "SWJ", 4);
		assertThat(this.mvc.get().uri("/desk/invitations").with(office())).bodyText().contains("须从头再评");
	}

	@Test
	void leavesTheLinkAndItsDraftsAloneWhenTheAnswerIsReloaded() {
		this.samples.leader(this.cycles.opened().id());
		MvcTestResult list = this.mvc.get().uri("/desk/invitations").with(office()).exchange();
		String token = token(renewed(FormKey.on(list)));
		this.samples.mark(token, "SWJ", 4);
		assertThat(renewed(FormKey.on(list))).hasStatus(409)
			.bodyText()
			.contains("这一页已经生成过个人链接", "请到邀请列表中给此人更换链接", "href=\"/desk/invitations");
		assertThat(this.sheets.open(token).unit("SWJ"))
			.hasValueSatisfying((row) -> assertThat(row.complete()).isTrue());
		assertThat(token(renewed(FormKey.fresh()))).isNotEqualTo(token);
	}

	private MvcTestResult renewed(RequestPostProcessor key) {
		return this.mvc.post()
			.uri("/desk/invitations/1/link?cycle=2026")
			.with(office())
			.with(key)
			.with(csrf())
			.exchange();
	}

	@Test
	void showsTheDayOfTheSignOff() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		this.samples.signedOff(token, 1);
		assertThat(this.mvc.get().uri("/desk/invitations").with(office())).bodyText().contains("已签字", "2026-11-02");
	}

	@Test
	void tellsThePersonWhichDraftSomebodyElseAltered() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		this.samples.mark(token, "SWJ", 4);
		this.samples.mark(token, "JYJ", 4);
		this.jdbc.update("update review_draft set box = overlay(box placing '\\x00'::bytea from 40)"
				+ " where unit_id = (select id from unit_unit where code = 'SWJ')");
		for (String page : List.of("", "/units/SWJ", "/signature")) {
			assertThat(this.mvc.get().uri(this.samples.address(token) + page).with(this.samples.browser(token)))
				.hasStatusOk()
				.bodyText()
				.contains("这些单位的草稿被他人改动过，不能再用：市水务局", "请重新评这些单位");
		}
		this.samples.mark(token, "SWJ", 2);
		assertThat(this.mvc.get().uri(this.samples.address(token)).with(this.samples.browser(token))).bodyText()
			.doesNotContain("被他人改动过");
	}

	@Test
	void invitesAPersonForAGroupAndShowsTheLinkOnce() {
		this.cycles.opened();
		assertThat(this.mvc.get().uri("/desk/invitations/new").with(office())).hasStatusOk()
			.bodyText()
			.contains("窗口服务部门", "领导评议");
		MvcTestResult links = this.mvc.post()
			.uri("/desk/invitations?cycle=2026")
			.with(office())
			.with(FormKey.fresh())
			.with(csrf())
			.param("name", "李主席")
			.param("organisation", "市政协")
			.param("rater", "LEADER/leader")
			.param("groups", "WIN")
			.exchange();
		assertThat(links).hasStatusOk().bodyText().contains("李主席", "市政协");
		assertThat(this.sheets.open(token(links)).units()).extracting((row) -> row.unit().code())
			.containsExactlyInAnyOrder("SWJ", "GAJ");
	}

	@Test
	void keepsWhatTheOfficeTyped() {
		this.cycles.opened();
		assertThat(this.mvc.post()
			.uri("/desk/invitations?cycle=2026")
			.with(office())
			.with(FormKey.fresh())
			.with(csrf())
			.param("name", "李主席")
			.param("organisation", "")
			.param("rater", "LEADER/leader")
			.param("units", "SWJ")).hasStatus(422).bodyText().contains("value=\"李主席\"", "error-summary");
		assertThat(this.mvc.post()
			.uri("/desk/invitations?cycle=2026")
			.with(office())
			.with(FormKey.fresh())
			.with(csrf())
			.param("name", "李主席")
			.param("organisation", "市政协")
			.param("rater", "NOBODY/x")).hasStatus(422).bodyText().contains("NOBODY");
	}

	private MvcTestResult marked(String token, String unit, int answers) {
		var request = this.mvc.post().uri(unit(token, unit)).with(this.samples.browser(token)).param("opinion", "办得好");
		for (var item : this.sheets.open(token).form().questionnaire().items().subList(0, answers)) {
			request = request.param("answer." + item.code(), "2");
		}
		return request.exchange();
	}

	private MvcTestResult signature(String token, boolean leaveOut) {
		return this.mvc.post()
			.uri(this.samples.address(token) + "/signature")
			.with(this.samples.browser(token))
			.param("key", "a-key-of-more-than-sixteen")
			.param("leaveOut", String.valueOf(leaveOut))
			.exchange();
	}

	private String unit(String token, String unit) {
		return this.samples.address(token) + "/units/" + unit;
	}

	private static String token(MvcTestResult page) {
		Matcher matcher = LINK.matcher(text(page));
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private static RequestPostProcessor office() {
		return user("office1").roles("OFFICE");
	}

	private static String text(MvcTestResult page) {
		return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}

package org.pingyi.rules.scheme.web;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.rules.scheme.Drafts;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages on which the office edits a draft part by part. */
@PingyiTest
class PartPagesTests {

	private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([0-9a-f]{64})\"");

	private final MockMvcTester mvc;

	private final Schemes schemes;

	private final Drafts drafts;

	PartPagesTests(MockMvcTester mvc, Schemes schemes, Drafts drafts) {
		this.mvc = mvc;
		this.schemes = schemes;
		this.drafts = drafts;
	}

	private long founding() {
		return draft(UnaryOperator.identity());
	}

	private long draft(UnaryOperator<String> change) {
		return As.office(() -> this.schemes.importDraft(change.apply(this.schemes.method("m01-founding-city"))));
	}

	private MvcTestResult get(long scheme, String place) {
		return this.mvc.get()
			.uri("/desk/schemes/" + scheme + "/part")
			.param("place", place)
			.with(user("office1").roles("OFFICE"))
			.exchange();
	}

	private MvcTestResult post(long scheme, String place, String mark, String... fields) {
		var request = this.mvc.post()
			.uri("/desk/schemes/" + scheme + "/part")
			.param("place", place)
			.param("mark", mark)
			.with(user("office1").roles("OFFICE"))
			.with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private String mark(long scheme, String place) {
		Matcher mark = MARK.matcher(body(get(scheme, place)));
		assertThat(mark.find()).isTrue();
		return mark.group(1);
	}

	private static String body(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "scales", "scales[0]", "questionnaires", "questionnaires[1]", "raterClasses",
			"channels", "channels[0]", "adjustments", "adjustments.bonuses[0]", "adjustments.deductions[0]", "trees",
			"trees[0]", "trees[0].root", "trees[0].root.parts[0]", "trees[0].root.parts[1]", "ranking",
			"ranking.gradeRules[0]" })
	void showsEveryPartInBothLanguages(String place) {
		long scheme = founding();
		assertThat(get(scheme, place)).hasStatusOk().bodyText().contains("保存草稿").doesNotContain("??");
		assertThat(this.mvc.get()
			.uri("/desk/schemes/" + scheme + "/part?lang=en")
			.param("place", place)
			.with(user("office1").roles("OFFICE"))
			.exchange()).hasStatusOk().bodyText().contains("Save draft").doesNotContain("??");
	}

	@Test
	void savesAFormAndComesBackToIt() {
		long scheme = founding();
		String place = "adjustments.bonuses[0]";
		assertThat(post(scheme, place, mark(scheme, place), "f.points", "3.5"))
			.hasRedirectedUrl("/desk/schemes/1/part?place=adjustments.bonuses%5B0%5D");
		assertThat(get(scheme, place)).bodyText().contains("value=\"3.5\"");
	}

	@Test
	void refusesBesideTheFieldAndKeepsWhatWasTyped() {
		long scheme = founding();
		String place = "adjustments.bonuses[0]";
		assertThat(post(scheme, place, mark(scheme, place), "f.points", "两分", "f.clause", "第九条"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("此处应为数字", "value=\"两分\"", "value=\"第九条\"", "adjustments-bonuses-0-points-error");
	}

	@Test
	void refusesAStaleFormAndKeepsWhatWasTyped() {
		long scheme = founding();
		String place = "adjustments.bonuses[0]";
		String mark = mark(scheme, place);
		post(scheme, place, mark, "f.points", "3.5");
		assertThat(post(scheme, place, mark, "f.points", "4.25")).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("刚被别人改过", "打开现在的内容", "value=\"4.25\"");
	}

	@Test
	void leadsToTheKindsAndBackToTheNewNode() {
		long scheme = founding();
		String place = "trees[0].root";
		assertThat(post(scheme, place, mark(scheme, place), "act", "CHOOSE:"))
			.hasRedirectedUrl("/desk/schemes/1/kinds?place=trees%5B0%5D.root");
		assertThat(this.mvc.get()
			.uri("/desk/schemes/1/kinds")
			.param("place", place)
			.with(user("office1").roles("OFFICE"))
			.exchange()).hasStatusOk().bodyText().contains("分档得分", "ADD:parts:bands").doesNotContain("??");
		assertThat(post(scheme, place, mark(scheme, place), "act", "ADD:parts:bands"))
			.hasRedirectedUrl("/desk/schemes/1/part?place=trees%5B0%5D.root.parts%5B3%5D");
	}

	@Test
	void listsFaultsAndWarningsWithTheirPages() {
		long scheme = draft((method) -> method.replace("\"total\": 70", "\"total\": 71")
			.replace("\"minimum\": 10", "\"minimum\": 9"));
		assertThat(this.mvc.get().uri("/desk/schemes/" + scheme).with(user("office1").roles("OFFICE")).exchange())
			.hasStatusOk()
			.bodyText()
			.contains("权重合计不等", "part?place=trees%5B0%5D.root", "提醒（不妨碍定稿）", "少于 10 份的结果不会展示")
			.doesNotContain("??");
	}

	@Test
	void previewsAChannelAndRefusesOneWithoutAForm() {
		long scheme = founding();
		assertThat(preview(scheme, "WINDOW")).hasStatusOk().bodyText().contains("手机上", "一次性告知").doesNotContain("??");
		assertThat(preview(scheme, "NONE")).hasStatus(HttpStatus.NOT_FOUND);
		post(scheme, "channels[0]", mark(scheme, "channels[0]"), "f.questionnaire", "gone");
		assertThat(preview(scheme, "ONLINE")).hasStatus(HttpStatus.CONFLICT).bodyText().contains("暂不能预览");
		assertThat(this.mvc.get().uri("/desk/schemes/" + scheme).with(user("office1").roles("OFFICE")).exchange())
			.hasStatusOk();
	}

	private MvcTestResult preview(long scheme, String channel) {
		return this.mvc.get()
			.uri("/desk/schemes/" + scheme + "/preview/" + channel)
			.with(user("office1").roles("OFFICE"))
			.exchange();
	}

	@Test
	void staysClosedToOtherRoles() {
		long scheme = founding();
		assertThat(this.mvc.post()
			.uri("/desk/schemes/" + scheme + "/part")
			.with(user("auditor1").roles("AUDITOR"))
			.with(csrf())
			.exchange()).hasStatus(HttpStatus.FORBIDDEN);
	}

}

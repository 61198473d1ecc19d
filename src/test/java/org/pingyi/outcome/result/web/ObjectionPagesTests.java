package org.pingyi.outcome.result.web;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.outcome.result.Objections;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.rules.cycle.Cycle;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** A liaison reads its score and objects; the office answers. */
@PingyiTest
class ObjectionPagesTests {

	private final MockMvcTester mvc;

	private final ResultSamples samples;

	private final Objections objections;

	ObjectionPagesTests(MockMvcTester mvc, ResultSamples samples, Objections objections) {
		this.mvc = mvc;
		this.samples = samples;
		this.objections = objections;
	}

	@Test
	void tellsAUnitThatNothingIsShownYet() {
		this.samples.counted();
		assertThat(liaison(this.mvc.get().uri("/unit/score"))).hasStatusOk()
			.bodyText()
			.contains("得分还没有公示")
			.doesNotContain("与得分一致");
	}

	@Test
	void showsAUnitItsOwnDraftAndNoOther() {
		this.samples.noticed();
		assertThat(liaison(this.mvc.get().uri("/unit/score"))).hasStatusOk()
			.bodyText()
			.contains("市水务局", "与得分一致", "提出申诉")
			.doesNotContain("教育局", "公安局", "??");
	}

	@Test
	void keepsWhatWasTypedWhenTheReasonIsMissing() {
		this.samples.noticed();
		assertThat(object("base", " ")).hasStatus(422)
			.bodyText()
			.contains("请写明理由", "value=\"base\" selected=\"selected\"");
		assertThat(object("base", "字".repeat(2001))).hasStatus(422).bodyText().contains("最多 2000 字", "字字字");
	}

	@Test
	void isFiledDecidedAndAnswered() {
		Cycle cycle = this.samples.noticed();
		assertThat(object("base", "少计一份表彰")).hasStatus(302).hasRedirectedUrl("/unit/score?cycle=2026");
		assertThat(object("base", "少计一份表彰")).hasStatus(409).bodyText().contains("已经对这一行提出过申诉");
		assertThat(office(this.mvc.get().uri("/desk/objections"))).hasStatusOk()
			.bodyText()
			.contains("少计一份表彰", "待处理", "市水务局");
		long id = As.office(() -> this.objections.of(cycle.id()).getFirst().id());
		String address = "/desk/objections/" + id;
		assertThat(office(this.mvc.get().uri(address))).hasStatusOk()
			.bodyText()
			.contains("少计一份表彰")
			.doesNotContain("??");
		assertThat(decide(address, "", "已核实")).hasStatus(422).bodyText().contains("请选择决定", "已核实");
		assertThat(decide(address, "false", "无文件依据").param("seen", "another")).hasStatus(422)
			.bodyText()
			.contains("和您看到的不一样了", "无文件依据");
		String seen = As.office(() -> this.objections.byId(id)).seen().digest();
		assertThat(decide(address, "false", "无文件依据").param("seen", seen)).hasStatus(302);
		assertThat(decide(address, "false", "另有文件依据").param("seen", seen)).hasStatus(422)
			.bodyText()
			.contains("这件申诉已经作出决定");
		assertThat(liaison(this.mvc.get().uri("/unit/score"))).bodyText().contains("不成立", "无文件依据");
	}

	@Test
	void isReadByTheOfficeOnly() {
		this.samples.noticed();
		assertThat(liaison(this.mvc.get().uri("/desk/objections"))).hasStatus(403);
		assertThat(office(this.mvc.get().uri("/unit/score"))).hasStatus(403);
	}

	private MockMvcRequestBuilder object(String line, String reason) {
		return liaison(this.mvc.post().uri("/unit/score/objections").with(csrf())).param("cycle", "2026")
			.param("line", line)
			.param("reason", reason);
	}

	private MockMvcRequestBuilder decide(String address, String upheld, String reason) {
		return office(this.mvc.post().uri(address + "/decision").with(csrf())).param("upheld", upheld)
			.param("reason", reason);
	}

	private static MockMvcRequestBuilder liaison(MockMvcRequestBuilder request) {
		return request
			.with(user("liaison.swj").authorities(AuthorityUtils.createAuthorityList("ROLE_LIAISON", "UNIT_SWJ")));
	}

	private static MockMvcRequestBuilder office(MockMvcRequestBuilder request) {
		return request.with(user("office1").roles("OFFICE"));
	}

}

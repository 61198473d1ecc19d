package org.pingyi.outcome.result.web;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.rules.cycle.Cycle;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The office sees what another count changed for a unit. */
@PingyiTest
class ComparisonTests {

	private final MockMvcTester mvc;

	private final ResultSamples samples;

	ComparisonTests(MockMvcTester mvc, ResultSamples samples) {
		this.mvc = mvc;
		this.samples = samples;
	}

	@Test
	void saysThatThereIsOneCountOnly() {
		this.samples.counted();
		assertThat(diff("JYJ", "")).hasStatusOk().bodyText().contains("只计分过一次", "重新计分后").doesNotContain("??", "<tfoot");
	}

	@Test
	void showsTheLinesThatTheLastCountChanged() {
		Cycle cycle = this.samples.counted();
		this.samples.commend(cycle);
		this.samples.count(cycle);
		assertThat(diff("JYJ", "")).hasStatusOk()
			.bodyText()
			.contains("市教育局：两次计分对比", "嘉奖加分", "嘉奖〔2026〕3号", "新增", "+1.5", "已记入审计轨迹")
			.doesNotContain("网上评议", "??");
		assertThat(diff("JYJ", "?lang=en")).bodyText()
			.contains("two counts compared", "Bonus", "New")
			.doesNotContain("??");
		assertThat(diff("JYJ", "?from=2&to=1")).bodyText().contains("已无", "−1.5");
		assertThat(diff("SWJ", "")).bodyText().contains("完全一致").doesNotContain("<tfoot");
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		this.samples.counted();
		assertThat(diff("JYJ", "?from=7")).hasStatus(404).bodyText().contains("没有这次计分");
		assertThat(diff("NOBODY", "")).hasStatus(404).bodyText().contains("没有单位");
	}

	@Test
	void keepsTheEmbargoAndIsForTheOfficeOnly() {
		this.samples.voted();
		assertThat(diff("JYJ", "")).hasStatus(409);
		assertThat(this.mvc.get().uri("/desk/results/2026/JYJ/diff").with(user("l").roles("LIAISON"))).hasStatus(403);
	}

	private MockMvcRequestBuilder diff(String unit, String query) {
		return this.mvc.get().uri("/desk/results/2026/" + unit + "/diff" + query).with(user("office1").roles("OFFICE"));
	}

}

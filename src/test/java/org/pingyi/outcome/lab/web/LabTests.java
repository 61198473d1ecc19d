package org.pingyi.outcome.lab.web;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.Run;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scheme.SchemeSamples;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The lab compares a counted year with what other rules would give. */
@PingyiTest
class LabTests {

	private final MockMvcTester mvc;

	private final ResultSamples samples;

	private final Results results;

	private final SchemeSamples schemeSamples;

	private final Schemes schemes;

	private final CycleSamples cycles;

	LabTests(MockMvcTester mvc, ResultSamples samples, Results results, SchemeSamples schemeSamples, Schemes schemes,
			CycleSamples cycles) {
		this.mvc = mvc;
		this.samples = samples;
		this.results = results;
		this.schemeSamples = schemeSamples;
		this.schemes = schemes;
		this.cycles = cycles;
	}

	@Test
	void leadsToTheResultsWhileNothingIsCounted() {
		assertThat(lab("")).hasStatusOk().bodyText().contains("还没有考评年度");
		this.cycles.opened();
		assertThat(lab("?cycle=2026")).hasStatusOk().bodyText().contains("还没有计分", "/desk/results?cycle=2026");
	}

	@Test
	void comparesEveryUnit() {
		Run run = this.samples.count(this.samples.closed());
		assertThat(lab("")).hasStatusOk().bodyText().contains("第 1 次计分", "第 1 版").doesNotContain("??");
		assertThat(lab("?cycle=2026&run=" + run.id() + "&version=" + run.schemeVersion())).hasStatusOk()
			.bodyText()
			.contains("0 个单位名次变化", "水务局", "教育局", "没有保存")
			.doesNotContain("??");
	}

	@Test
	void opensTheLinesOfAUnit() {
		Cycle cycle = this.samples.counted();
		this.samples.commend(cycle);
		Run run = this.samples.count(cycle);
		SchemeVersion other = this.schemeSamples
			.frozen(this.schemes.method("m01-founding-city").replace("\"points\": 1.5", "\"points\": 2.5"));
		String trial = "?cycle=2026&run=" + run.id() + "&version=" + other.id();
		assertThat(lab(trial)).hasStatusOk()
			.bodyText()
			.contains("&amp;unit=JYJ#unit-JYJ", "查看教育局各行的变化")
			.doesNotContain("嘉奖加分", "??");
		assertThat(lab(trial + "&unit=JYJ")).bodyText().contains("嘉奖加分", "嘉奖〔2026〕3号", "+1", "收起").doesNotContain("??");
		assertThat(lab(trial + "&unit=SWJ&lang=en")).bodyText().contains("No line of 水务局 changes", "Close");
		assertThat(lab(trial + "&unit=NOBODY")).hasStatusOk().bodyText().doesNotContain("收起");
	}

	@Test
	void explainsRulesThatDoNotFit() {
		Run run = this.samples.count(this.samples.closed());
		SchemeVersion other = this.schemeSamples.frozen(
				this.schemes.method("m01-founding-city").replace("\"groups\": [\"*\"]", "\"groups\": [\"ELSEWHERE\"]"));
		assertThat(lab("?cycle=2026&run=" + run.id() + "&version=" + other.id())).hasStatus(422)
			.bodyText()
			.contains("没有适用于单位", "换一个版本");
	}

	@Test
	void isForTheOfficeOnly() {
		assertThat(this.mvc.get().uri("/desk/lab").with(user("l").roles("LIAISON"))).hasStatus(403);
		assertThat(As.office(this.results::publishedCycles)).isEmpty();
	}

	private MockMvcRequestBuilder lab(String query) {
		return this.mvc.get().uri("/desk/lab" + query).with(user("office1").roles("OFFICE"));
	}

}

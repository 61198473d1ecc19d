package org.pingyi.outcome.result.web;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.outcome.result.Objections;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.outcome.result.Results;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The office walks a year from its close to its publication. */
@PingyiTest
class DeskResultsTests {

	private final MockMvcTester mvc;

	private final ResultSamples samples;

	private final Results results;

	private final Objections objections;

	private final Cycles cycles;

	DeskResultsTests(MockMvcTester mvc, ResultSamples samples, Results results, Objections objections, Cycles cycles) {
		this.mvc = mvc;
		this.samples = samples;
		this.results = results;
		this.objections = objections;
		this.cycles = cycles;
	}

	@Test
	void isEmptyWithoutAYear() {
		assertThat(office("/desk/results")).hasStatusOk().bodyText().contains("还没有考评年度");
	}

	@Test
	void showsNoScoreWhileTheYearIsOpen() {
		this.samples.voted();
		assertThat(office("/desk/results")).hasStatusOk().bodyText().contains("正在评议", "都看不到").doesNotContain("市水务局");
		assertThat(post("/desk/results/2026/runs")).hasStatus(409);
		assertThat(office("/desk/results/2026/SWJ")).hasStatus(409);
	}

	@Test
	void walksFromTheCountToThePublication() {
		Cycle cycle = this.samples.closed();
		assertThat(office("/desk/results")).bodyText().contains("action=\"/desk/results/2026/runs\"");
		assertThat(post("/desk/results/2026/runs")).hasStatus(302).hasRedirectedUrl("/desk/results?cycle=2026");
		assertThat(office("/desk/results?cycle=2026")).hasStatusOk()
			.bodyText()
			.contains("/desk/results/2026/notice", "/desk/results/2026/SWJ", "市水务局", "已记入审计轨迹")
			.doesNotContain("??", "/publication");
		assertThat(post("/desk/results/2026/notice")).hasStatus(302);
		long run = As.office(() -> this.results.runs(cycle.id()).getFirst().id());
		assertThat(office("/desk/results?cycle=2026")).bodyText().contains("/desk/results/2026/publication?run=" + run);
		assertThat(post("/desk/results/2026/publication?run=" + run)).hasStatus(302);
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.PUBLISHED);
		assertThat(office("/desk/results")).bodyText().contains("href=\"/results/2026\"").doesNotContain("/runs\"");
	}

	@Test
	void explainsAScoreWithEveryFigure() {
		this.samples.counted();
		assertThat(office("/desk/results/2026/SWJ")).hasStatusOk()
			.bodyText()
			.contains("市水务局得分明细", "网上评议", "12", "与得分一致")
			.doesNotContain("??");
	}

	@Test
	void saysWhatToDoWhenSomethingChangedSinceTheCount() {
		Cycle cycle = this.samples.counted();
		this.samples.commend(cycle);
		assertThat(post("/desk/results/2026/notice")).hasStatus(409).bodyText().contains("请先重新计分");
	}

	@Test
	void offersThePublicationOnceEveryObjectionIsSettled() {
		Cycle cycle = this.samples.noticed();
		assertThat(office("/desk/results")).bodyText().contains("/publication");
		long objection = As.as("liaison.swj", () -> this.objections.file(cycle.id(), "base", "少计一份表彰"), "ROLE_LIAISON",
				"UNIT_SWJ");
		assertThat(office("/desk/results")).bodyText().doesNotContain("/publication");
		As.office(() -> {
			this.objections.decide(this.objections.byId(objection).seen(), true, "情况属实，予以采纳");
			return cycle;
		});
		assertThat(office("/desk/results")).bodyText().contains("还没有重新计分").doesNotContain("/publication");
		long run = As.office(() -> this.results.runs(cycle.id()).getFirst().id());
		assertThat(post("/desk/results/2026/publication?run=" + run)).hasStatus(409);
		this.samples.count(cycle);
		assertThat(office("/desk/results")).bodyText().contains("/publication").doesNotContain("还没有重新计分");
	}

	@Test
	void isForTheOfficeOnly() {
		this.samples.counted();
		assertThat(this.mvc.get().uri("/desk/results").with(user("liaison1").roles("LIAISON"))).hasStatus(403);
		assertThat(this.mvc.get().uri("/desk/results/2026/SWJ").with(user("hot1").roles("HOTLINE"))).hasStatus(403);
		assertThat(this.mvc.post().uri("/desk/results/2026/runs").with(user("l").roles("LIAISON")).with(csrf()))
			.hasStatus(403);
	}

	private MockMvcRequestBuilder office(String address) {
		return this.mvc.get().uri(address).with(user("office1").roles("OFFICE"));
	}

	private MockMvcRequestBuilder post(String address) {
		return this.mvc.post().uri(address).with(user("office1").roles("OFFICE")).with(csrf());
	}

}

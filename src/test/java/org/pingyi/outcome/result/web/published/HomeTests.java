package org.pingyi.outcome.result.web.published;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** The front page says what a citizen can do now. */
@PingyiTest
class HomeTests {

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final ResultSamples samples;

	HomeTests(MockMvcTester mvc, CycleSamples cycles, ResultSamples samples) {
		this.mvc = mvc;
		this.cycles = cycles;
		this.samples = samples;
	}

	@Test
	void isFriendlyWhileThereIsNothing() {
		assertThat(this.mvc.get().uri("/")).hasStatusOk()
			.bodyText()
			.contains("现在没有正在进行的评议", "href=\"/login\"", "href=\"/vote/receipt\"")
			.doesNotContain("我要评议</a></p>");
	}

	@Test
	void invitesWhileAYearIsOpen() {
		this.cycles.opened();
		assertThat(this.mvc.get().uri("/")).hasStatusOk()
			.bodyText()
			.contains("2026年度机关作风建设考评", "2026-11-30", "href=\"/vote\"", "我要评议");
	}

	@Test
	void tellsThatAYearIsBeingCountedWithoutAnyScore() {
		this.samples.noticed();
		assertThat(this.mvc.get().uri("/")).hasStatusOk().bodyText().contains("评议已经结束").doesNotContain("市水务局");
	}

	@Test
	void showsTheTopOfEachGroupOnceItIsPublished() {
		this.samples.published();
		assertThat(this.mvc.get().uri("/")).hasStatusOk()
			.bodyText()
			.contains("市水务局", "市教育局", "/results/2026/SWJ", "/results/2026#part-WIN");
	}

	@Test
	void speaksEnglish() {
		assertThat(this.mvc.get().uri("/?lang=en")).hasStatusOk()
			.bodyText()
			.contains("How well does the city serve you?");
	}

}

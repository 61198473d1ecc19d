package org.pingyi.intake.vote.web;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** What the door says while no vote is open. */
@PingyiTest
class VoteClosedTests {

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	VoteClosedTests(MockMvcTester mvc, CycleSamples cycles) {
		this.mvc = mvc;
		this.cycles = cycles;
	}

	@Test
	void saysNothingOfADraft() {
		assertThat(this.mvc.get().uri("/vote")).hasStatusOk().bodyText().contains("目前还没有开放的评议");
		this.cycles.drafted();
		assertThat(this.mvc.get().uri("/vote")).hasStatusOk()
			.bodyText()
			.contains("目前还没有开放的评议")
			.doesNotContain("2026年度");
	}

	@Test
	void namesTheDaysOfAnAnnouncedYear() {
		this.cycles.announced();
		assertThat(this.mvc.get().uri("/vote")).hasStatusOk().bodyText().contains("2026-11-01 至 2026-11-30");
	}

	@Test
	void speaksEnglishToWhoeverAsks() {
		this.cycles.closed();
		assertThat(this.mvc.get().uri("/vote?lang=en")).hasStatusOk().bodyText().contains("is over");
	}

}

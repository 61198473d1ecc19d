package org.pingyi.intake.vote.web;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pingyi.PingyiTest;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** What a citizen hands in at once is one sheet, which the scheme may refuse. */
@PingyiTest
class VoteValidityTests {

	private final CycleSamples cycles;

	private final Citizen li;

	VoteValidityTests(MockMvcTester mvc, CycleSamples cycles, VoteSamples samples) {
		this.cycles = cycles;
		this.li = new Citizen(mvc, samples);
	}

	@BeforeEach
	void opened() {
		this.cycles.open(this.cycles.demanding());
	}

	@Test
	void refusesASheetWhoseAnswersAreAllAlikeAndKeepsIt() {
		MultiValueMap<String, String> form = picked();
		rate(form, "1", "1", "1", "1");
		form.set("SWJ.opinion", "窗口很好");
		assertThat(this.li.post("/vote/review", form)).hasStatus(422)
			.bodyText()
			.contains("您的 4 项评价全都一样", "窗口很好", "checked=\"checked\"");
		assertThat(this.li.post("/vote/ballots", form)).hasStatus(422).bodyText().contains("您的 4 项评价全都一样", "窗口很好");
		rate(form, "1", "1", "1", "9");
		assertThat(this.li.post("/vote/review", form)).hasStatusOk();
		assertThat(this.li.post("/vote/ballots", form)).hasStatusOk().bodyText().contains("市水务局", "市教育局");
	}

	@Test
	void refusesTooManyAtALevel() {
		MultiValueMap<String, String> form = picked();
		rate(form, "2", "2", "2", "1");
		assertThat(this.li.post("/vote/ballots", form)).hasStatus(422)
			.bodyText()
			.contains("您有 3 项评为“不满意”，超过了 2 项的上限（共 4 项，最多 60%）");
	}

	private MultiValueMap<String, String> picked() {
		MultiValueMap<String, String> form = this.li.enter();
		form.add("unit", "SWJ");
		form.add("unit", "JYJ");
		return form;
	}

	private static void rate(MultiValueMap<String, String> form, String... codes) {
		form.set("SWJ.q1", codes[0]);
		form.set("SWJ.q2", codes[1]);
		form.set("JYJ.q1", codes[2]);
		form.set("JYJ.q2", codes[3]);
	}

}

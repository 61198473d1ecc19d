package org.pingyi.base.message.web;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.intake.vote.VoteSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The page of the development gateway. */
@PingyiTest
class SmsPageTests {

	private final MockMvcTester mvc;

	private final VoteSamples samples;

	SmsPageTests(MockMvcTester mvc, VoteSamples samples) {
		this.mvc = mvc;
		this.samples = samples;
	}

	@Test
	void showsTheOfficeWhatWouldHaveBeenSent() {
		this.samples.order(VoteSamples.LI);
		assertThat(this.mvc.get().uri("/desk/sms").with(user("office1").roles("OFFICE"))).hasStatusOk()
			.bodyText()
			.contains(VoteSamples.LI.digits(), this.samples.codeOf(VoteSamples.LI), "开发用的短信网关");
	}

	@Test
	void showsNobodyElseAnything() {
		assertThat(this.mvc.get().uri("/desk/sms").with(user("admin").roles("SYSTEM_ADMIN"))).hasStatus(403);
	}

}

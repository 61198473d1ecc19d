package org.pingyi.base.message.web;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.intake.vote.phone.PhoneCodes;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The page of the development gateway. */
@PingyiTest
class SmsPageTests {

	private final MockMvcTester mvc;

	private final PhoneCodes codes;

	private final VoteSamples samples;

	SmsPageTests(MockMvcTester mvc, PhoneCodes codes, VoteSamples samples) {
		this.mvc = mvc;
		this.codes = codes;
		this.samples = samples;
	}

	@Test
	void showsTheOfficeWhatWouldHaveBeenSent() {
		this.codes.send(VoteSamples.LI);
		assertThat(this.mvc.get().uri("/desk/sms").with(user("office1").roles("OFFICE"))).hasStatusOk()
			.bodyText()
			.contains(VoteSamples.LI.digits(), this.samples.codeOf(VoteSamples.LI), "开发用的短信网关");
	}

	@Test
	void showsNobodyElseAnything() {
		assertThat(this.mvc.get().uri("/desk/sms").with(user("admin").roles("SYSTEM_ADMIN"))).hasStatus(403);
	}

}

package org.pingyi.base.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.PingyiTest;

import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** A refusal stands in the frame of where it happened, with a way back. */
@PingyiTest
class RefusalFrameTests {

	private final MockMvcTester mvc;

	RefusalFrameTests(MockMvcTester mvc) {
		this.mvc = mvc;
	}

	@ParameterizedTest
	@CsvSource({ "OFFICE, /desk/codes/999/withdrawal, /desk/codes, /desk/adjustments",
			"SYSTEM_ADMIN, /admin/accounts/nobody/suspension, /admin/accounts, /admin/accounts" })
	void keepsItsFrameAndLeadsBack(String role, String act, String page, String section) {
		assertThat(this.mvc.post().uri(act).with(user("somebody").roles(role)).with(csrf())).hasStatus(404)
			.bodyText()
			.contains("class=\"staff\"", "class=\"side-link\" href=\"" + section + "\"",
					"<a class=\"btn btn-primary\" href=\"" + page + "\">返回原来的页面</a>");
	}

	@Test
	void leadsBackToThePageOfTheAct() {
		assertThat(refused("http://localhost/desk/codes?cycle=2026&page=2")).bodyText()
			.contains("href=\"/desk/codes?cycle=2026&amp;page=2\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/desk/codes?a=1", "http://localhost.evil.example/desk/codes?a=1",
			"//evil.example/desk/codes?a=1", "http://localhost/desk/units?a=1", "http://localhost/desk/codes/../x?a=1",
			"http://localhost/desk/codes#a=1" })
	void takesNothingElseFromWhatTheBrowserSays(String from) {
		assertThat(refused(from)).bodyText().contains("href=\"/desk/codes\"").doesNotContain("evil", "a=1");
	}

	@ParameterizedTest
	@CsvSource({ "OFFICE, /desk/no/such, /desk, /desk/adjustments", "LIAISON, /unit/no/such, /unit, /unit/score",
			"INSPECTOR, /inspect/no/such, /inspect, /inspect" })
	void leadsUpFromAnUnknownPage(String role, String address, String page, String section) {
		assertThat(this.mvc.get().uri(address).with(user("somebody").roles(role))).hasStatus(404)
			.bodyText()
			.contains("class=\"staff\"", "class=\"side-link\" href=\"" + section + "\"",
					"<a class=\"btn btn-primary\" href=\"" + page + "\">");
	}

	@Test
	void leavesPeopleWithoutAnAccountInThePlainFrame() {
		assertThat(this.mvc.get().uri("/setup/made-up")).hasStatus(410)
			.bodyText()
			.contains("class=\"plain\"", "返回首页")
			.doesNotContain("返回原来的页面");
	}

	private MvcTestResult refused(String from) {
		return this.mvc.post()
			.uri("/desk/codes/999/withdrawal")
			.header(HttpHeaders.REFERER, from)
			.with(user("office1").roles("OFFICE"))
			.with(csrf())
			.exchange();
	}

}

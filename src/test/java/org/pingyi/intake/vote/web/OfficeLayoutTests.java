package org.pingyi.intake.vote.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

import org.pingyi.Chromium;
import org.pingyi.FormKey;
import org.pingyi.PingyiSecondTest;
import org.pingyi.Unplugged;
import org.pingyi.base.job.JobSamples;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.intake.vote.card.IssuedBatch;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * The office's pages of codes and messages in a real browser, on a phone, a tablet and a
 * desk.
 */
@PingyiSecondTest
class OfficeLayoutTests {

	private static final String CITY = "http://city.test";

	private static final RequestPostProcessor OFFICE = user("office1").roles("OFFICE");

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final VoteSamples samples;

	private final JobSamples jobs;

	OfficeLayoutTests(MockMvcTester mvc, CycleSamples cycles, VoteSamples samples, JobSamples jobs) {
		this.jobs = jobs;
		this.mvc = mvc;
		this.cycles = cycles;
		this.samples = samples;
	}

	@Test
	void fitsEveryScreen() {
		Cycle cycle = this.cycles.opened();
		Map<String, String> pages = pages(cycle);
		try (Chromium chromium = Chromium.start()) {
			pages.forEach((name, body) -> look(chromium.person(CITY, Chromium.PHONE, 900), name, body));
		}
	}

	private Map<String, String> pages(Cycle cycle) {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("none", get("/desk/codes"));
		String job = make(cycle);
		this.jobs.runAll();
		pages.put("made", get(job));
		pages.put("made-en", get(job + "?lang=en"));
		IssuedBatch issued = this.samples.printed(cycle.id(), 30);
		this.mvc.post().uri("/vote/passes").param("ticket", issued.codes().getFirst()).exchange();
		this.samples.order(VoteSamples.LI);
		pages.put("batches", get("/desk/codes"));
		pages.put("batches-en", get("/desk/codes?lang=en"));
		pages.put("new", get("/desk/codes/new"));
		pages.put("sms", get("/desk/sms"));
		pages.put("sms-en", get("/desk/sms?lang=en"));
		return pages;
	}

	private String make(Cycle cycle) {
		return Objects.requireNonNull(this.mvc.post()
			.uri("/desk/codes?cycle=" + cycle.code())
			.param("name", "社区活动日")
			.param("audience", "没有智能手机的居民")
			.param("count", "1200")
			.with(OFFICE)
			.with(FormKey.fresh())
			.with(csrf())
			.exchange()
			.getResponse()
			.getRedirectedUrl());
	}

	private String get(String address) {
		return text(this.mvc.get().uri(address).with(OFFICE).exchange().getResponse());
	}

	private static String text(MockHttpServletResponse response) {
		assertThat(response.getStatus()).isEqualTo(200);
		return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private void look(Page page, String name, String body) {
		open(page, body);
		Chromium.lookAtEveryWidth(page, "codes-" + name);
		page.context().close();
	}

	private void open(Page page, String body) {
		page.route("**/*", (route) -> answer(route, body));
		page.navigate("/page");
	}

	private void answer(Route route, String body) {
		if (route.request().url().equals(CITY + "/page")) {
			route.fulfill(new Route.FulfillOptions().setContentType("text/html;charset=UTF-8").setBody(body));
			return;
		}
		new Unplugged(this.mvc, OFFICE).answer(route);
	}

}

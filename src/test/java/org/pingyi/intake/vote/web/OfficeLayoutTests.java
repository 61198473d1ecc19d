package org.pingyi.intake.vote.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;

import org.pingyi.Chromium;
import org.pingyi.FormKey;
import org.pingyi.PingyiSecondTest;
import org.pingyi.Unplugged;
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
 * The office's pages of codes and messages in a real browser, on a phone, a tablet, a
 * desk and on paper.
 */
@PingyiSecondTest
class OfficeLayoutTests {

	private static final String CITY = "http://city.test";

	private static final RequestPostProcessor OFFICE = user("office1").roles("OFFICE");

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final VoteSamples samples;

	OfficeLayoutTests(MockMvcTester mvc, CycleSamples cycles, VoteSamples samples) {
		this.mvc = mvc;
		this.cycles = cycles;
		this.samples = samples;
	}

	@Test
	void fitsEveryScreenAndPaper() {
		Cycle cycle = this.cycles.opened();
		Map<String, String> pages = pages(cycle);
		try (Chromium chromium = Chromium.start()) {
			pages.forEach((name, body) -> look(chromium.person(CITY, Chromium.PHONE, 900), name, body));
			print(chromium.person(CITY, 1440, 900), pages.getOrDefault("cards", ""));
		}
	}

	private Map<String, String> pages(Cycle cycle) {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("none", get("/desk/codes"));
		pages.put("issued", make(cycle));
		IssuedBatch issued = this.samples.printed(cycle.id(), 30);
		this.mvc.post().uri("/vote/passes").param("ticket", issued.codes().getFirst()).exchange();
		this.samples.order(VoteSamples.LI);
		pages.put("batches", get("/desk/codes"));
		pages.put("batches-en", get("/desk/codes?lang=en"));
		pages.put("new", get("/desk/codes/new"));
		pages.put("sms", get("/desk/sms"));
		pages.put("sms-en", get("/desk/sms?lang=en"));
		pages.put("cards", sheet(issued));
		return pages;
	}

	private String make(Cycle cycle) {
		return text(this.mvc.post()
			.uri("/desk/codes?cycle=" + cycle.code())
			.param("name", "社区活动日")
			.param("audience", "没有智能手机的居民")
			.param("count", "1200")
			.with(OFFICE)
			.with(FormKey.fresh())
			.with(csrf())
			.exchange()
			.getResponse());
	}

	private String sheet(IssuedBatch issued) {
		return text(this.mvc.post()
			.uri("/desk/codes/" + issued.batch().id() + "/sheet")
			.param("codes", String.join(" ", issued.codes()))
			.with(OFFICE)
			.with(csrf())
			.exchange()
			.getResponse());
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

	/** Thirty cards are three sheets of twelve, none of them cut in two. */
	private void print(Page page, String body) {
		open(page, body);
		byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4")
			.setPreferCSSPageSize(true)
			.setPath(Path.of("target", "screenshots", "codes-print.pdf")));
		int sheets = new String(pdf, StandardCharsets.ISO_8859_1).split("/Type\\s*/Page\\b", -1).length - 1;
		assertThat(sheets).isEqualTo(3);
		page.setViewportSize(718, 1047);
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		Chromium.picture(page, "codes-print");
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

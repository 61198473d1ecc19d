package org.pingyi.rules.scheme.web;

import java.net.URI;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.Chromium;
import org.pingyi.PingyiTest;
import org.pingyi.rules.scheme.SchemeSamples;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * The comparison and the trial in a real browser, at three widths; pictures are kept
 * under {@code target/screenshots}.
 */
@PingyiTest
class SchemeLooksTests {

	private static final String ADDRESS = "http://office.test";

	private final MockMvcTester mvc;

	private final Schemes schemes;

	private final SchemeSamples samples;

	SchemeLooksTests(MockMvcTester mvc, Schemes schemes, SchemeSamples samples) {
		this.mvc = mvc;
		this.schemes = schemes;
		this.samples = samples;
	}

	@Test
	void haveNoBarriersAtAnyWidth() {
		SchemeVersion version = this.samples.founding();
		String edited = this.schemes.document(version.id())
			.replaceFirst("\"weight\" : 20,", "\"weight\" : 22.5,")
			.replace("\"from\" : 90", "\"from\" : 88")
			.replace("每次办事一次性告知", "一次性告知")
			.replace("\"city\"", "\"municipal\"")
			.replace("试行办法·嘉奖加分", "试行办法第十二条");
		As.office(() -> {
			this.schemes.redraft(version.scheme(), edited);
			return version;
		});
		try (Chromium browser = Chromium.start()) {
			for (int width : new int[] { 390, 768, 1440 }) {
				Page page = page(browser, width);
				show(page, "/desk/schemes/comparison", "scheme-comparison-" + width);
				show(page, "/desk/schemes/comparison?lang=en", "scheme-comparison-en-" + width);
				show(page, "/desk/schemes/new?lang=zh", "scheme-copy-" + width);
				show(page, "/desk/schemes/versions/1?lang=zh", "scheme-version-" + width);
				show(page, "/desk/schemes/versions/1/trial?tree=2&lang=zh", "scheme-trial-" + width);
				page.locator(".trial-form button").click();
				assertThat(page.locator(".score-lines tfoot").innerText()).contains("与得分一致");
				keep(page, "scheme-scorecard-" + width);
				page.getByLabel("很满意").first().fill("很多");
				page.locator(".trial-form button").click();
				assertThat(page.getByLabel("很满意").first().inputValue()).isEqualTo("很多");
				assertThat(page.locator(".field-error").innerText()).contains("整数");
				keep(page, "scheme-trial-fault-" + width);
				show(page, "/desk/schemes/versions/1/trial?tree=2&lang=en", "scheme-trial-en-" + width);
			}
		}
	}

	private static void show(Page page, String address, String picture) {
		page.navigate(address);
		keep(page, picture);
	}

	private static void keep(Page page, String picture) {
		Chromium.picture(page, picture);
		Chromium.assertAccessible(page);
		assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
			.as("fits its width: " + picture)
			.isTrue();
	}

	/** The browser of somebody from the office, answered without a socket. */
	private Page page(Chromium browser, int width) {
		Page page = browser.person(ADDRESS, width, 900);
		page.route("**/*", this::answer);
		return page;
	}

	private void answer(Route route) {
		URI uri = URI.create(route.request().url());
		String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		String body = route.request().postData();
		MockHttpServletResponse response = this.mvc.method(HttpMethod.valueOf(route.request().method()))
			.uri(URI.create(uri.getRawPath() + query))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content((body != null) ? body : "")
			.with(user("office1").roles("OFFICE"))
			.with(csrf())
			.exchange()
			.getResponse();
		String type = response.getContentType();
		route.fulfill(new Route.FulfillOptions().setStatus(response.getStatus())
			.setContentType((type != null) ? type : "application/octet-stream")
			.setBodyBytes(response.getContentAsByteArray()));
	}

}

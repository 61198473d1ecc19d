package org.pingyi;

import java.net.URI;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Answers a browser without a socket: whatever it asks for, the application is asked as
 * one person.
 */
public record Unplugged(MockMvcTester mvc, RequestPostProcessor person) {

	private static final String CITY = "http://city.test";

	/** The person's browser, so many pixels wide. */
	public Page page(Chromium browser, int width) {
		Page page = browser.person(CITY, width, 900);
		page.route("**/*", this::answer);
		return page;
	}

	public void answer(Route route) {
		URI uri = URI.create(route.request().url());
		String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		String body = route.request().postData();
		MockHttpServletResponse response = this.mvc.method(HttpMethod.valueOf(route.request().method()))
			.uri(URI.create(uri.getRawPath() + query))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content((body != null) ? body : "")
			.with(this.person)
			.with(csrf())
			.exchange()
			.getResponse();
		String type = response.getContentType();
		route.fulfill(new Route.FulfillOptions().setStatus(response.getStatus())
			.setContentType((type != null) ? type : "application/octet-stream")
			.setBodyBytes(response.getContentAsByteArray()));
	}

}

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
 * one person. A redirect is answered with the page that it leads to.
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
		MockHttpServletResponse response = ask(HttpMethod.valueOf(route.request().method()), uri.getRawPath() + query,
				(body != null) ? body : "");
		String onward = response.getRedirectedUrl();
		if (onward != null) {
			response = ask(HttpMethod.GET, onward, "");
		}
		String type = response.getContentType();
		route.fulfill(new Route.FulfillOptions().setStatus(response.getStatus())
			.setContentType((type != null) ? type : "application/octet-stream")
			.setBodyBytes(response.getContentAsByteArray()));
	}

	private MockHttpServletResponse ask(HttpMethod method, String address, String body) {
		return this.mvc.method(method)
			.uri(URI.create(address))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content(body)
			.with(this.person)
			.with(csrf())
			.exchange()
			.getResponse();
	}

}

package org.pingyi.base.account.oidc;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody's browser: keeps cookies, and goes where it is sent only when told to. */
public final class Browser implements AutoCloseable {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final String site;

	public Browser(String site) {
		this.site = site;
	}

	public HttpResponse<String> get(String page, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address(page));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	/** Sends a form as a page shows it, with what was typed. */
	public HttpResponse<String> submit(HttpResponse<String> page, String action, Map<String, String> typed) {
		Matcher token = TOKEN.matcher(page.body());
		assertThat(token.find()).as(page.body()).isTrue();
		String body = typed.entrySet()
			.stream()
			.map((field) -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("", "_csrf=" + token.group(1), ""));
		return post(action, body);
	}

	/** Sends a form that stands on no page. */
	public HttpResponse<String> post(String action, String form) {
		return send(HttpRequest.newBuilder(address(action))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	/** Where an answer leads. */
	public static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("");
	}

	@Override
	public void close() {
		this.client.close();
	}

	private URI address(String page) {
		return URI.create(page.startsWith("/") ? this.site + page : page);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}

package org.pingyi.bench.city;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in front of a browser, who may have signed in. */
final class Browser implements AutoCloseable {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.build();

	private final String server;

	Browser(int port) {
		this.server = "http://127.0.0.1:" + port;
	}

	/** Signs in with the password of all the people of the city. */
	Browser signIn(String login) throws IOException, InterruptedException {
		send("/login", Map.of("username", login, "password", CityStaff.PASSWORD));
		if (get("/me").statusCode() != 200) {
			throw new IOException(login + " cannot sign in");
		}
		return this;
	}

	/** As browsers ask, which take compressed pages. */
	HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
		return this.http.send(request(path).header("Accept-Encoding", "gzip").build(),
				HttpResponse.BodyHandlers.ofByteArray());
	}

	/** Not compressed. */
	HttpResponse<byte[]> getPlain(String path) throws IOException, InterruptedException {
		return this.http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	/** Takes a file along without keeping it in memory. */
	<T> HttpResponse<T> download(String path, HttpResponse.BodyHandler<T> to) throws IOException, InterruptedException {
		return accepted(path, this.http.send(request(path).build(), to));
	}

	/** Sends a form, with the token of the page of its address. */
	void send(String path, Map<String, String> fields) throws IOException, InterruptedException {
		send(path, path, fields);
	}

	/** Sends a form that stands on another page. */
	void send(String page, String path, Map<String, String> fields) throws IOException, InterruptedException {
		Matcher token = TOKEN.matcher(new String(getPlain(page).body(), StandardCharsets.UTF_8));
		if (!token.find()) {
			throw new IOException("No form on " + page);
		}
		String form = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", "", "&_csrf=" + token.group(1)));
		accepted(path,
				this.http.send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
					.POST(HttpRequest.BodyPublishers.ofString(form))
					.build(), HttpResponse.BodyHandlers.ofString()));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.server + path)).timeout(PATIENCE);
	}

	private static <T> HttpResponse<T> accepted(String path, HttpResponse<T> answer) throws IOException {
		if (answer.statusCode() >= 400) {
			throw new IOException(path + " answers " + answer.statusCode());
		}
		return answer;
	}

	@Override
	public void close() {
		this.http.close();
	}

}

package org.pingyi.storm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Plain requests to a node on this machine. */
final class Http {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private Http() {
	}

	/** Posts a form. */
	static HttpResponse<String> post(int port, String path, String form) throws IOException {
		return send(request(port, path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build());
	}

	static boolean answers(int port, String path) {
		try {
			return send(request(port, path).build()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static HttpRequest.Builder request(int port, String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
	}

	private static HttpResponse<String> send(HttpRequest request) throws IOException {
		try {
			return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

}

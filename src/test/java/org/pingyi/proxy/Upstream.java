package org.pingyi.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server behind the proxy that answers with the headers it was sent, or breaks off. */
final class Upstream implements AutoCloseable {

	private final HttpServer server;

	private final boolean breaks;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	Upstream(boolean breaks) throws IOException {
		this.breaks = breaks;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	private void answer(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		this.requests.add(exchange.getRequestMethod());
		if (!this.breaks) {
			StringBuilder headers = new StringBuilder();
			exchange.getRequestHeaders().forEach((name, values) -> headers.append(name + "=" + values + "\n"));
			byte[] body = headers.toString().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
		}
		exchange.close();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	/** The methods of the requests so far. */
	List<String> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}

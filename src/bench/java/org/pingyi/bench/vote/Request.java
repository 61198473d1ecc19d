package org.pingyi.bench.vote;

import java.nio.charset.StandardCharsets;

/** Requests as the bytes that go over the wire. */
public final class Request {

	private Request() {
	}

	static byte[] get(String path) {
		return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
	}

	/** As browsers send it, which take compressed pages. */
	public static byte[] getZipped(String path) {
		return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * A form that is posted.
	 * @param cookie name and value, or ""
	 */
	static byte[] post(String path, String cookie, String form) {
		return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
				+ (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n")
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
				+ form)
			.getBytes(StandardCharsets.US_ASCII);
	}

}

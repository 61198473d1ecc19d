package org.pingyi.bench.vote;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One kept-alive connection that speaks just enough HTTP to cost the machine little. */
final class Connection implements AutoCloseable {

	private static final int BUFFER = 1 << 16;

	private final int port;

	private Socket socket;

	private InputStream in;

	private OutputStream out;

	Connection(int port) throws IOException {
		this.port = port;
		open();
	}

	private void open() throws IOException {
		this.socket = new Socket();
		this.socket.setTcpNoDelay(true);
		this.socket.connect(new InetSocketAddress("127.0.0.1", this.port));
		this.in = new BufferedInputStream(this.socket.getInputStream(), BUFFER);
		this.out = this.socket.getOutputStream();
	}

	/**
	 * An answer.
	 *
	 * @param cookie the name and value of the cookie it sets, or ""
	 */
	record Answer(int status, String cookie, byte[] body) {

		String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

	}

	/** A GET, as bytes. */
	static byte[] get(String path) {
		return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
	}

	/** A form that is posted, as bytes. */
	static byte[] post(String path, String cookie, String form) {
		return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
				+ (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n")
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
				+ form)
			.getBytes(StandardCharsets.US_ASCII);
	}

	Answer send(byte[] request) throws IOException {
		this.out.write(request);
		String status = line();
		String cookie = "";
		int length = 0;
		boolean chunked = false;
		boolean last = false;
		for (String header = line(); !header.isEmpty(); header = line()) {
			if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
				length = Integer.parseInt(header.substring(15).strip());
			}
			else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
				chunked = true;
			}
			else if (header.equalsIgnoreCase("connection: close")) {
				last = true;
			}
			else if (header.regionMatches(true, 0, "set-cookie:", 0, 11)) {
				cookie = header.substring(11).strip().split(";")[0];
			}
		}
		byte[] body = chunked ? chunks() : this.in.readNBytes(length);
		if (last) {
			close();
			open();
		}
		return new Answer(Integer.parseInt(status.substring(9, 12)), cookie, body);
	}

	private byte[] chunks() throws IOException {
		java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
		for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
			body.write(this.in.readNBytes(size));
			line();
		}
		line();
		return body.toByteArray();
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = this.in.read(); next != '\n'; next = this.in.read()) {
			if (next < 0) {
				throw new IOException("The server hung up");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}

package org.pingyi.bench.vote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One kept-alive connection that speaks just enough HTTP to cost the machine little. */
final class Connection implements AutoCloseable {

	private static final int BUFFER = 1 << 16;

	private final int port;

	private Socket socket;

	private InputStream in;

	private OutputStream out;

	private final byte[] buffer = new byte[BUFFER];

	/** What was read and not used yet begins here. */
	private int from;

	private int to;

	Connection(int port) throws IOException {
		this.port = port;
		open();
	}

	private void open() throws IOException {
		this.socket = new Socket();
		this.socket.setTcpNoDelay(true);
		this.socket.connect(new InetSocketAddress("127.0.0.1", this.port));
		this.in = this.socket.getInputStream();
		this.from = 0;
		this.to = 0;
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

	/** A GET as browsers send it, which take compressed pages. */
	static byte[] getZipped(String path) {
		return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
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
		String head = head();
		int length = number(head, "content-length:");
		byte[] body = (length < 0) ? chunks() : bytes(length);
		Answer answer = new Answer(Integer.parseInt(head.substring(9, 12)), cookie(head), body);
		if (head.contains("connection: close") || head.contains("Connection: close")) {
			close();
			open();
		}
		return answer;
	}

	/** The status line and the headers, read in as few bites as they come in. */
	private String head() throws IOException {
		int at = this.from;
		while (true) {
			for (; at + 3 < this.to; at++) {
				if (this.buffer[at] == '\r' && this.buffer[at + 2] == '\r') {
					String head = new String(this.buffer, this.from, at + 2 - this.from, StandardCharsets.ISO_8859_1);
					this.from = at + 4;
					return head;
				}
			}
			at -= more();
		}
	}

	/** The number in a header, or -1 when there is no such header. */
	private static int number(String head, String name) {
		String value = value(head, name);
		return value.isEmpty() ? -1 : Integer.parseInt(value);
	}

	private static String cookie(String head) {
		return value(head, "set-cookie:").split(";")[0];
	}

	private static String value(String head, String name) {
		for (int at = head.indexOf('\n'); at > 0; at = head.indexOf('\n', at + 1)) {
			if (head.regionMatches(true, at + 1, name, 0, name.length())) {
				return head.substring(at + 1 + name.length(), head.indexOf('\r', at)).strip();
			}
		}
		return "";
	}

	private byte[] bytes(int length) throws IOException {
		while (this.to - this.from < length) {
			more();
		}
		byte[] body = Arrays.copyOfRange(this.buffer, this.from, this.from + length);
		this.from += length;
		return body;
	}

	private byte[] chunks() throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
			body.write(bytes(size));
			line();
		}
		line();
		return body.toByteArray();
	}

	private String line() throws IOException {
		for (int at = this.from;; at++) {
			while (at + 1 >= this.to) {
				at -= more();
			}
			if (this.buffer[at] == '\r') {
				String line = new String(this.buffer, this.from, at - this.from, StandardCharsets.ISO_8859_1);
				this.from = at + 2;
				return line;
			}
		}
	}

	/**
	 * Reads on.
	 * @return by how much what was read before has moved to the front
	 */
	private int more() throws IOException {
		int moved = this.from;
		System.arraycopy(this.buffer, this.from, this.buffer, 0, this.to - this.from);
		this.to -= this.from;
		this.from = 0;
		int read = this.in.read(this.buffer, this.to, this.buffer.length - this.to);
		if (read < 0) {
			throw new IOException("The server hung up");
		}
		this.to += read;
		return moved;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}

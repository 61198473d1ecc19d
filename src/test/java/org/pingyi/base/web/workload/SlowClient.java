package org.pingyi.base.web.workload;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Somebody behind a thin line: each turn moves a kilobyte at most, in one direction. */
final class SlowClient implements AutoCloseable {

	private static final int KILOBYTE = 1024;

	private static final int PATIENCE_MILLIS = 20_000;

	private final Socket socket = new Socket();

	private final boolean reads;

	private SlowClient(int port, boolean reads, String request) throws IOException {
		this.reads = reads;
		this.socket.setReceiveBufferSize(KILOBYTE);
		this.socket.setSoTimeout(PATIENCE_MILLIS);
		this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		this.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
	}

	/** Has asked for a page, and reads it. */
	static SlowClient reading(int port, String path) throws IOException {
		return new SlowClient(port, true, "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
	}

	/** Writes a form that never ends. */
	static SlowClient writing(int port, String path) throws IOException {
		return new SlowClient(port, false, "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\n\r\n");
	}

	/** Does not even come to the end of a head. */
	static SlowClient asking(int port) throws IOException {
		return new SlowClient(port, false, "GET /vote HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: ");
	}

	/** A little more in a direction. */
	void turn() throws IOException {
		if (this.reads) {
			this.socket.getInputStream().readNBytes(KILOBYTE);
		}
		else {
			this.socket.getOutputStream().write('x');
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}

package org.pingyi.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends bytes to a port of this machine and reads what comes back until the end. */
final class Wire {

	private static final int PATIENCE = 30_000;

	private static final int MOST = 4_000_000;

	private final int port;

	Wire(int port) {
		this.port = port;
	}

	/**
	 * What came back.
	 *
	 * @param status 0 when the connection was closed without an answer
	 * @param text head and body in ISO 8859-1
	 */
	record Answer(int status, String text) {

		String header(String name) {
			return this.text.lines()
				.takeWhile((line) -> !line.isEmpty())
				.filter((line) -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
				.map((line) -> line.substring(name.length() + 1).strip())
				.findFirst()
				.orElse("");
		}

	}

	Answer send(byte[] request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(PATIENCE);
			write(socket, request);
			return answer(read(socket.getInputStream()));
		}
	}

	/** The server may answer and close before all is sent. */
	private static void write(Socket socket, byte[] request) throws IOException {
		try {
			socket.getOutputStream().write(request);
			socket.getOutputStream().flush();
			socket.shutdownOutput();
		}
		catch (SocketException ex) {
			socket.getOutputStream();
		}
	}

	private static byte[] read(InputStream in) throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		byte[] some = new byte[16_384];
		try {
			for (int read = in.read(some); read >= 0 && all.size() < MOST; read = in.read(some)) {
				all.write(some, 0, read);
			}
		}
		catch (SocketException ex) {
			return all.toByteArray();
		}
		return all.toByteArray();
	}

	private static Answer answer(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		boolean known = text.startsWith("HTTP/1.1 ") && text.length() > 12;
		return new Answer(known ? Integer.parseInt(text.substring(9, 12)) : 0, text);
	}

}

package org.pingyi.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.Assumptions;

import org.pingyi.storm.Until;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Debian's nginx with the file that compose mounts, but for ports and paths, before
 * servers on this machine.
 */
final class Nginx implements AutoCloseable {

	static final String HOST = "pingyi.example.cn";

	private static final Path EXECUTABLE = Path.of("/usr/sbin/nginx");

	private static final Path FILE = Path.of("src/main/docker/nginx.conf");

	private final Path folder;

	private final int plain;

	private final int secure;

	private final Certificate certificate;

	private final Process process;

	private Nginx(Path folder, int first, int second, UnaryOperator<String> change) throws Exception {
		this.folder = folder;
		this.plain = freePort();
		this.secure = freePort();
		this.certificate = Certificate.of(HOST, folder);
		Path file = Files.writeString(folder.resolve("nginx.conf"),
				change.apply(settled(Files.readString(FILE), first, second)));
		this.process = new ProcessBuilder(EXECUTABLE.toString(), "-c", file.toString(), "-p", folder.toString(), "-g",
				"daemon off;")
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("output.txt").toFile())
			.start();
		Until.holds("nginx listens", this::listens);
	}

	/** Without nginx the test is skipped, except where it must run. */
	static Nginx before(int port, Path folder) throws Exception {
		return before(port, port, folder, UnaryOperator.identity());
	}

	/** Before two servers, with a changed file. */
	static Nginx before(int first, int second, Path folder, UnaryOperator<String> change) throws Exception {
		boolean required = "true".equals(System.getenv("CI"));
		Assumptions.assumeTrue(required || Files.exists(EXECUTABLE), "nginx is not installed");
		assertThat(EXECUTABLE).exists();
		return new Nginx(folder, first, second, change);
	}

	private String settled(String file, int first, int second) throws IOException {
		String user = "root".equals(System.getProperty("user.name")) ? "user root;\n" : "";
		return user + file.replace("/tmp/", this.folder + "/")
			.replace("/etc/nginx/certificate.pem", this.certificate.certificate().toString())
			.replace("/etc/nginx/certificate.key", this.certificate.key().toString())
			.replace("/dev/stdout", log().toString())
			.replace("app-1:8080", "127.0.0.1:" + first)
			.replace("app-2:8080", "127.0.0.1:" + second)
			.replace("listen 127.0.0.1:8081", "listen 127.0.0.1:" + freePort())
			.replace("listen 8080", "listen 127.0.0.1:" + this.plain)
			.replace("listen 8443", "listen 127.0.0.1:" + this.secure);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private boolean listens() {
		try (Socket socket = new Socket("127.0.0.1", this.secure)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			assertThat(this.process.isAlive()).as(output()).isTrue();
			return false;
		}
	}

	private String output() {
		try {
			return Files.readString(this.folder.resolve("output.txt"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path log() {
		return this.folder.resolve("access.txt");
	}

	/** What it has logged so far. */
	List<String> logged() throws IOException {
		return Files.readAllLines(log());
	}

	/**
	 * The answer over https, head and body; "" if the connection is closed without one.
	 */
	String ask(String request, String body, Map<String, String> headers) throws IOException {
		try (SSLSocket socket = (SSLSocket) this.certificate.trusting()
			.getSocketFactory()
			.createSocket("127.0.0.1", this.secure)) {
			SSLParameters named = socket.getSSLParameters();
			named.setServerNames(List.of(new SNIHostName(HOST)));
			socket.setSSLParameters(named);
			return answer(socket, request, body, headers);
		}
	}

	/** The answer over plain http. */
	String askPlainly(String request, Map<String, String> headers) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.plain)) {
			return answer(socket, request, "", headers);
		}
	}

	private static String answer(Socket socket, String request, String body, Map<String, String> headers)
			throws IOException {
		StringBuilder sent = new StringBuilder(request + " HTTP/1.1\r\n");
		if (!headers.containsKey("Host")) {
			sent.append("Host: " + HOST + "\r\n");
		}
		headers.forEach((name, value) -> sent.append(name).append(": ").append(value).append("\r\n"));
		if (!body.isEmpty()) {
			if (!headers.containsKey("Content-Type")) {
				sent.append("Content-Type: application/x-www-form-urlencoded\r\n");
			}
			sent.append("Content-Length: ").append(body.length()).append("\r\n");
		}
		sent.append("Connection: close\r\n\r\n").append(body);
		socket.setSoTimeout(20_000);
		ByteArrayOutputStream received = new ByteArrayOutputStream();
		try {
			socket.getOutputStream().write(sent.toString().getBytes(StandardCharsets.UTF_8));
			InputStream in = socket.getInputStream();
			in.transferTo(received);
		}
		catch (IOException ex) {
			// Closed before everything was sent: what came until then is the answer.
		}
		return received.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroy);
		this.process.destroy();
		this.process.onExit().join();
	}

}

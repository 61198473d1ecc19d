package org.pingyi.intake.ballot.log;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What the receiver of checkpoints says is in the log as what it is. */
@ExtendWith(OutputCaptureExtension.class)
class CheckpointPublisherTests {

	private HttpServer receiver;

	private int answer;

	@BeforeEach
	void listen() throws IOException {
		this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.receiver.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(this.answer, -1);
			exchange.close();
		});
		this.receiver.start();
	}

	@AfterEach
	void stop() {
		this.receiver.stop(0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 401, 500 })
	void warnsOfWhatTheReceiverRefused(int status, CapturedOutput output) {
		send(status);
		assertThat(output).contains("WARN", "not handed out: the receiver answered " + status);
	}

	/** The control. */
	@Test
	void saysWhatTheReceiverTook(CapturedOutput output) {
		send(204);
		assertThat(output).contains("INFO", "handed out: 204").doesNotContain("not handed out");
	}

	private void send(int status) {
		this.answer = status;
		new CheckpointPublisher(new CheckpointFile(""), "http://127.0.0.1:" + this.receiver.getAddress().getPort())
			.send("Checkpoint", "line");
	}

}

package org.pingyi.proxy;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the proxy passes on: nothing that a client says about its way, and no form twice.
 */
class ForwardingTests {

	private static final String FORGED = "203.0.113.7";

	private static final Map<String, String> FORGERIES = Map.of("X-Forwarded-For", FORGED, "X-Forwarded-Host",
			"evil.example", "X-Forwarded-Proto", "gopher", "X-Forwarded-Port", "6666", "X-Forwarded-Prefix", "/evil",
			"X-Real-IP", FORGED, "Forwarded", "for=" + FORGED + ";host=evil.example");

	@TempDir
	private Path folder;

	@Test
	void replacesWhatAClientSaysAboutItsWay() throws Exception {
		try (Upstream upstream = new Upstream(false); Nginx nginx = Nginx.before(upstream.port(), this.folder)) {
			String heard = nginx.ask("GET /vote", "", FORGERIES);
			assertThat(heard)
				.contains("Host=[" + Nginx.HOST + "]", "X-forwarded-for=[127.0.0.1]", "X-forwarded-proto=[https]")
				.doesNotContain(FORGED, "evil", "gopher", "6666", "Forwarded=");
		}
	}

	/** The positive control: without the lines that replace them they come through. */
	@Test
	void wouldPassThemOnWithoutTheseLines() throws Exception {
		UnaryOperator<String> careless = (file) -> file.replaceAll("\tproxy_set_header (X-|Forwarded)[^\n]*\n", "");
		try (Upstream upstream = new Upstream(false);
				Nginx nginx = Nginx.before(upstream.port(), upstream.port(), this.folder, careless)) {
			assertThat(nginx.ask("GET /vote", "", FORGERIES)).contains(FORGED, "evil", "gopher", "6666");
		}
	}

	@Test
	void triesTheOtherNodeForWhatCanBeSentTwiceOnly() throws Exception {
		try (Upstream broken = new Upstream(true);
				Upstream whole = new Upstream(true);
				Nginx nginx = Nginx.before(broken.port(), whole.port(), this.folder, UnaryOperator.identity())) {
			assertThat(nginx.ask("GET /vote", "", Map.of())).startsWith("HTTP/1.1 502");
			assertThat(broken.requests().size() + whole.requests().size()).isEqualTo(2);
			broken.requests().clear();
			whole.requests().clear();
			assertThat(nginx.ask("POST /vote/ballots", "a=b", Map.of())).startsWith("HTTP/1.1 502");
			assertThat(broken.requests().size() + whole.requests().size()).isEqualTo(1);
		}
	}

}

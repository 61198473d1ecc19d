package org.pingyi.proxy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.PingyiServerTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Debian's nginx with the very file of compose before the application: encrypted, within
 * limits, and with a log that links nobody to a vote.
 */
@PingyiServerTest
class ProxyTests {

	private static final Map<String, String> PLAIN = Map.of();

	private static final Map<String, String> FILE = Map.of("Content-Type", "multipart/form-data; boundary=a");

	/** Tens of minutes; address, method and section, or nothing of them; the status. */
	private static final Pattern UNLINKED = Pattern
		.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d0 (- - -|[\\d.]+ [A-Z]+ /(results|desk|unit|inspect|audit)) \\d{3}");

	private static final List<String> TELLING = List.of("/vote?ticket=7K3M9QWX42BV", "/vote/receipt?code=7K3M-9QWX",
			"/vote/ballots", "/review/Xk3PqTz81mN0", "/q/Tk90aLm2", "/activate/Wq81pZn0", "/kiosk/pair/Lp02Kd9s",
			"/assets/intake/vote/ballot.css", "/results/2026/SWJ?from=7K3M", "/desk/accounts/li.na",
			"/desk/../vote?x=7K3M");

	@TempDir
	private Path folder;

	@LocalServerPort
	private int port;

	@Test
	void answersEncryptedWithinLimitsAndLogsNothingThatLinks() throws Exception {
		try (Nginx nginx = Nginx.before(this.port, this.folder)) {
			assertThat(nginx.ask("GET /", "", PLAIN))
				.contains("HTTP/1.1 200", "Strict-Transport-Security: max-age=31536000")
				.containsOnlyOnce("Strict-Transport-Security");
			assertThat(nginx.askPlainly("GET /results?a=b", PLAIN)).contains("HTTP/1.1 308",
					"Location: https://" + Nginx.HOST + "/results?a=b");
			assertThat(nginx.askPlainly("GET /results", Map.of("Host", "evil.example"))).isEmpty();
			assertThat(nginx.ask("GET /actuator/health", "", PLAIN)).contains("HTTP/1.1 404");
			assertThat(nginx.ask("POST /vote/ballots", "a".repeat(6_500_000), PLAIN)).startsWith("HTTP/1.1 413");
			assertThat(nginx.ask("POST /desk/hotline/imports", "a".repeat(6_500_000), FILE)).contains("HTTP/1.1 302",
					"/login");
			assertThat(nginx.ask("GET /vote", "", Map.of("X-Long", "a".repeat(40_000)))).startsWith("HTTP/1.1 400");
			assertThat(told(nginx)).isEmpty();
			assertThat(nginx.logged().getLast()).as("a vote in disguise").contains(" - - - ");
		}
	}

	/** The positive control: the usual log tells everything. */
	@Test
	void wouldLinkWithTheUsualLog() throws Exception {
		try (Nginx nginx = Nginx.before(this.port, this.port, this.folder,
				(file) -> file.replaceAll("log_format unlinked [^\n]*;",
						"log_format unlinked '\\$remote_addr [\\$time_iso8601] \"\\$request\" \\$status';"))) {
			assertThat(told(nginx)).hasSizeGreaterThanOrEqualTo(TELLING.size())
				.anyMatch((line) -> line.contains("Xk3PqTz81mN0"))
				.anyMatch((line) -> line.matches(".*T\\d{2}:\\d{2}:\\d{2}.*"));
		}
	}

	/** The lines that tell more than they may, after requests that hold tokens. */
	private static List<String> told(Nginx nginx) throws Exception {
		for (String path : TELLING) {
			nginx.ask("GET " + path, "", PLAIN);
		}
		List<String> logged = nginx.logged();
		assertThat(logged).hasSizeGreaterThanOrEqualTo(TELLING.size());
		return logged.stream().filter((line) -> !UNLINKED.matcher(line).matches()).toList();
	}

}

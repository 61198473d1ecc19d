package org.pingyi.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.AccessRule;
import org.pingyi.PingyiServerTest;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that no browser sends are answered in the class of 400, leave no row, and fill
 * no log.
 */
@PingyiServerTest
@ExtendWith(OutputCaptureExtension.class)
class MalformedRequestTests {

	private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

	private final JdbcTemplate jdbc;

	private final CycleSamples cycles;

	private final Visitors visitors;

	@LocalServerPort
	private int port;

	MalformedRequestTests(JdbcTemplate jdbc, CycleSamples cycles, SessionRepository<? extends Session> sessions,
			CookieSerializer cookies) {
		this.jdbc = jdbc;
		this.cycles = cycles;
		this.visitors = new Visitors(sessions, cookies);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0", "a\0b", "\0\0\0\0", "'", "\ufffe", "\u0001" })
	void takesNoSessionNumberThatIsNone(String number) throws IOException {
		String cookie = Base64.getEncoder().encodeToString(number.getBytes(StandardCharsets.UTF_8));
		for (String path : List.of("/desk", "/login", "/", "/results", "/nothing")) {
			assertThat(get(path, "Cookie: pingyi=" + cookie).status()).as(path).isIn(200, 302, 404);
		}
	}

	@ParameterizedTest
	@CsvSource({ "PUT", "PATCH", "DELETE" })
	void readsNoFormOfMethodsThatHaveNone(String method) throws IOException {
		for (String path : List.of("/desk", "/login", "/vote", "/results", "/nothing", "/error")) {
			assertThat(send(method, path, "a=%zz&b=%00", FORM).status()).as(path).isBetween(302, 499);
		}
	}

	@Test
	void readsAsManyLanguagesAsABrowserHas() throws IOException {
		String languages = String.join(",", Collections.nCopies(60, "zh-CN;q=0.8"));
		for (String path : List.of("/", "/login", "/vote", "/vote/challenge", "/vote/receipt", "/actuator/health")) {
			assertThat(get(path, "Accept-Language: " + languages).status()).as(path).isEqualTo(200);
		}
	}

	@Test
	void refusesBrokenParametersWhereverTheyAreRead() throws IOException {
		for (String path : List.of("/vote", "/login", "/results", "/vote/receipts", "/nothing", "/error")) {
			assertThat(get(path + "?a=%zz").status()).as(path).isIn(400, 404);
			assertThat(send("POST", path, "a=%zz", FORM).status()).as(path).isIn(400, 403, 404, 405);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TRACE", "CONNECT", "PROPFIND", "QUERY", "get" })
	void hasNoOtherMethods(String method) throws IOException {
		assertThat(send(method, "/results", "").status()).isIn(400, 405);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/desk/nothing", "/desk/units/1/2/3/4", "/admin/nothing", "/unit/x/y/z", "/nothing",
			"/login/nothing", "/index.php", "/.env" })
	void knowsNoSuchAddressSignedInOrNot(String path) throws IOException {
		for (Visitors.Visitor visitor : this.visitors.all().values()) {
			String cookie = "Cookie: " + visitor.cookie();
			assertThat(get(path, cookie).status()).as("%s as %s", path, visitor.role()).isEqualTo(404);
		}
	}

	@Test
	void leadsToTheSignInFromPagesThatThereAre() throws IOException {
		assertThat(get("/desk/units").header("Location")).isEqualTo("/login");
	}

	/** A stranger may ask for all there is. */
	@Test
	void keepsNoSessionOfStrangers() throws IOException {
		this.cycles.opened();
		for (AccessRule rule : AccessRule.all().toList()) {
			String path = rule.pattern().replaceAll("\\{[^/]*}", "1");
			send(rule.method().name(), path, "a=b", FORM, "HX-Request: true");
			send(rule.method().name(), path, "a=b", FORM);
			send("POST", path, "a=b", FORM);
		}
		assertThat(this.jdbc.queryForObject("select count(*) from spring_session", Long.class)).isZero();
	}

	@Test
	void fillsNoLog(CapturedOutput output) throws IOException {
		get("/vote?a=%zz");
		get("/%zz");
		get("/vote?a=%00");
		get("/vote\0");
		get("/vote?%", "Cookie: $=;;=\"");
		send("POST", "/login", "username=%zz", FORM);
		send("PUT", "/login", "username=%zz", FORM);
		send("POST", "/login", "--x\r\nbroken", "Content-Type: multipart/form-data; boundary=x");
		send("A\0B", "/", "");
		// Only what the server's own threads say: other tests run beside this one.
		assertThat(output.getAll().lines().filter((line) -> line.matches(".*\\b(INFO|WARN|ERROR)\\b.*-virt-\\d+].*")))
			.isEmpty();
	}

	@Test
	void isolatesEveryAnswer() throws IOException {
		this.cycles.opened();
		for (AccessRule rule : AccessRule.all().toList()) {
			String path = rule.pattern().replaceAll("\\{[^/]*}", "1");
			Wire.Answer answer = send(rule.method().name(), path, "a=b", FORM);
			assertThat(answer.header("Cross-Origin-Opener-Policy")).as(rule.route()).isEqualTo("same-origin");
			assertThat(answer.header("Cross-Origin-Resource-Policy")).as(rule.route()).isEqualTo("same-origin");
		}
	}

	/** The host of a request is chosen by whoever sends it, and so is the rest. */
	@Test
	void redirectsNowhereElse() throws IOException {
		this.cycles.opened();
		for (AccessRule rule : AccessRule.all().toList()) {
			String path = rule.pattern().replaceAll("\\{[^/]*}", "1");
			Wire.Answer answer = new Wire(this.port)
				.send(new HostileRequest(rule.method().name(), "http://evil.example:81" + path,
						headers(new byte[0], "Host: evil.example:81", "X-Forwarded-Host: evil.example",
								"X-Forwarded-Proto: gopher", "X-Forwarded-Prefix: /evil",
								"Forwarded: host=evil.example;proto=gopher"),
						new byte[0])
					.bytes());
			assertThat(answer.text().toLowerCase(Locale.ROOT)).as(rule.route()).doesNotContain("evil", "gopher");
		}
	}

	private Wire.Answer get(String path, String... headers) throws IOException {
		return send("GET", path, "", headers);
	}

	private Wire.Answer send(String method, String path, String body, String... more) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return new Wire(this.port).send(new HostileRequest(method, path, headers(bytes, more), bytes).bytes());
	}

	private static List<String> headers(byte[] body, String... more) {
		List<String> headers = new java.util.ArrayList<>(List.of(more));
		if (headers.stream().noneMatch((line) -> line.startsWith("Host:"))) {
			headers.add("Host: 127.0.0.1");
		}
		headers.add("Content-Length: " + body.length);
		headers.add("Connection: close");
		return headers;
	}

}

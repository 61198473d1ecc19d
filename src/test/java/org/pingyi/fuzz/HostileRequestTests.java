package org.pingyi.fuzz;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiServerTest;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thousands of requests that nobody honest sends, to every route and as every role: none
 * is answered by a failure, and none learns how the product is made. The profile
 * {@code fuzz} sends more of them.
 */
@PingyiServerTest
class HostileRequestTests {

	private static final long REQUESTS = Long.getLong("fuzz.requests", 1_000);

	private static final long SEED = Long.getLong("fuzz.seed", 14);

	/** Some of them sign out, so that the next ones need new sessions. */
	private static final int OF_ONE_SESSION = 250;

	private static final int AT_ONCE = 6;

	private static final Pattern INTERNALS = Pattern.compile(
			"(org\\.(pingyi|springframework|hibernate|apache|postgresql|thymeleaf)|java\\.(lang|util|io|sql))\\.[a-zA-Z]"
					+ "|\\bat [\\w.$]+\\([\\w$]+\\.java:\\d+\\)|SQLSTATE|Apache Tomcat|Whitelabel|[a-z]Exception\\b"
					+ "|\\bPSQL|(?i:\\bselect [\\w.*, ]+ from )");

	private final CycleSamples cycles;

	private final Visitors visitors;

	private final HostileRequests requests;

	private final Queue<String> faults = new ConcurrentLinkedQueue<>();

	private final FuzzTable table = new FuzzTable();

	@LocalServerPort
	private int port;

	HostileRequestTests(CycleSamples cycles, SessionRepository<? extends Session> sessions, CookieSerializer cookies,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		this.cycles = cycles;
		this.visitors = new Visitors(sessions, cookies);
		this.requests = new HostileRequests(Route.all(mappings), SEED);
	}

	@Test
	void answersNoneByAFailure() {
		this.cycles.opened();
		Instant begun = Instant.now();
		for (long first = 0; first < REQUESTS; first += OF_ONE_SESSION) {
			send(first, Math.min(first + OF_ONE_SESSION, REQUESTS));
		}
		System.out.println(this.table.print(REQUESTS, Duration.between(begun, Instant.now())));
		assertThat(this.faults).isEmpty();
	}

	private void send(long first, long end) {
		List<Visitors.Visitor> all = this.visitors.all();
		List<Thread> threads = IntStream.range(0, AT_ONCE)
			.mapToObj((thread) -> Thread.ofPlatform()
				.start(() -> LongStream.range(first, end)
					.filter((number) -> number % AT_ONCE == thread)
					.forEach((number) -> ask(number, all.get((int) (number / AT_ONCE % all.size()))))))
			.toList();
		threads.forEach(HostileRequestTests::join);
	}

	private void ask(long number, Visitors.Visitor visitor) {
		HostileRequest request = this.requests.make(number, visitor);
		try {
			Wire.Answer answer = new Wire(this.port).send(request.bytes());
			this.table.add(visitor.role(), answer.status());
			Matcher internals = INTERNALS.matcher(answer.text());
			if ((answer.status() >= 500 && answer.status() != 503) || internals.find() || leadsAway(answer)) {
				this.faults.add("%d as %s: %s%n%s".formatted(number, visitor.role(), request, start(answer.text())));
			}
		}
		catch (IOException ex) {
			this.faults.add("%d as %s: %s%n%s".formatted(number, visitor.role(), request, ex));
		}
	}

	/** To another host, or with a header that came with the request. */
	private static boolean leadsAway(Wire.Answer answer) {
		String location = answer.header("Location");
		return location.startsWith("//") || !(location.isEmpty() || location.startsWith("/"))
				|| answer.header("Set-Cookie").startsWith("a=b");
	}

	private static String start(String text) {
		Matcher internals = INTERNALS.matcher(text);
		int from = internals.find() ? Math.max(0, internals.start() - 100) : 0;
		return text.substring(from, Math.min(from + 300, text.length()));
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

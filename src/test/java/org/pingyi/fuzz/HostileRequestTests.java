package org.pingyi.fuzz;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * Requests that nobody honest sends: none is answered by a failure, and none learns how
 * the product is made. A build asks each route twice as somebody who may use it, and
 * about half of them once more as any role; the profile {@code fuzz} asks every route as
 * every role some fifty times. {@link Turn} says whose turn it is.
 */
@PingyiServerTest
class HostileRequestTests {

	private static final long REQUESTS = Long.getLong("fuzz.requests", 1_000);

	private static final long SEED = Long.getLong("fuzz.seed", 14);

	/** Some of them sign out, so that the next ones need new sessions. */
	private static final int OF_ONE_SESSION = 60;

	/**
	 * Percent of the plain requests for pages of its own that must bring each role to a
	 * handler: many name what there is not, and nobody who is not signed in comes to any.
	 */
	private static final long REACHED = 10;

	/** Percent that may go unanswered: what is no HTTP at all, and limits. */
	private static final long UNANSWERED = 2;

	private static final int AT_ONCE = 6;

	private static final Pattern INTERNALS = Pattern.compile(
			"(org\\.(pingyi|springframework|hibernate|apache|postgresql|thymeleaf)|java\\.(lang|util|io|sql))\\.[a-zA-Z]"
					+ "|\\bat [\\w.$]+\\([\\w$]+\\.java:\\d+\\)|SQLSTATE|Apache Tomcat|Whitelabel|[a-z]Exception\\b"
					+ "|\\bPSQL|(?i:\\bselect [\\w.*, ]+ from )");

	private final CycleSamples cycles;

	private final Visitors visitors;

	private final HostileRequests requests = new HostileRequests(SEED);

	private final List<Route> routes;

	private final Queue<String> faults = new ConcurrentLinkedQueue<>();

	private final FuzzTable table = new FuzzTable();

	@LocalServerPort
	private int port;

	HostileRequestTests(CycleSamples cycles, SessionRepository<? extends Session> sessions, CookieSerializer cookies,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		this.cycles = cycles;
		this.visitors = new Visitors(sessions, cookies);
		this.routes = Route.all(mappings);
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
		assertReached();
	}

	/** The control: whoever asked was let in, and came as far as a handler. */
	private void assertReached() {
		assertThat(Visitors.ROLES)
			.allSatisfy((role) -> assertThat(this.table.reached(role)).as(role).isGreaterThanOrEqualTo(REACHED));
		assertThat(this.table.unanswered() * 100).isLessThanOrEqualTo(REQUESTS * UNANSWERED);
		assertThat(this.table.answered())
			.containsAll(this.routes.stream().filter((route) -> !route.admitted().isEmpty()).toList());
	}

	private void send(long first, long end) {
		Map<String, Visitors.Visitor> all = this.visitors.all();
		List<Thread> threads = IntStream.range(0, AT_ONCE)
			.mapToObj((thread) -> Thread.ofPlatform()
				.start(() -> LongStream.range(first, end)
					.filter((number) -> number % AT_ONCE == thread)
					.forEach((number) -> ask(number, all))))
			.toList();
		threads.forEach(HostileRequestTests::join);
	}

	private void ask(long number, Map<String, Visitors.Visitor> all) {
		Turn turn = Turn.of(number, this.routes);
		Visitors.Visitor visitor = Objects.requireNonNull(all.get(turn.role()));
		HostileRequest request = this.requests.make(number, turn, visitor);
		try {
			Wire.Answer answer = new Wire(this.port).send(request.bytes());
			this.table.add(turn, answer.status());
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

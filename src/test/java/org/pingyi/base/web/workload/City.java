package org.pingyi.base.web.workload;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.pingyi.Samples;
import org.pingyi.TestClock;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.account.oidc.Browser;
import org.pingyi.base.web.Outage;
import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.VotePasses;
import org.pingyi.rules.cycle.Closings;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

/**
 * A year with its people: one act of each kind of work, over HTTP where it has a door.
 */
@Samples
class City {

	private static final int ITEMS = 5;

	private final CycleSamples cycles;

	private final AccountSamples accounts;

	private final VotePasses passes;

	private final Closings closings;

	private final TestClock clock;

	private final AtomicInteger voters = new AtomicInteger();

	City(CycleSamples cycles, AccountSamples accounts, VotePasses passes, Closings closings, TestClock clock) {
		this.cycles = cycles;
		this.accounts = accounts;
		this.passes = passes;
		this.closings = closings;
		this.clock = clock;
	}

	/** Opens a year, and signs somebody of the office in. */
	People people(int port) {
		this.accounts.office();
		Browser office = new Browser("http://127.0.0.1:" + port);
		assertSignedIn(signIn(office, AccountSamples.PASSWORD));
		return new People(this.cycles.opened(), office, new Browser("http://127.0.0.1:" + port));
	}

	private static void assertSignedIn(HttpResponse<String> answer) {
		if (!Browser.location(answer).equals("/desk")) {
			throw new IllegalStateException(answer.statusCode() + " " + answer.headers());
		}
	}

	static HttpResponse<String> signIn(Browser browser, String password) {
		return browser.submit(browser.get("/login"), "/login", Map.of("username", "office1", "password", password));
	}

	/** Somebody of the office, and everybody else. */
	final class People implements AutoCloseable {

		private final Cycle cycle;

		private final Browser office;

		/** Whoever has no account. */
		private final Browser anybody;

		People(Cycle cycle, Browser office, Browser anybody) {
			this.cycle = cycle;
			this.office = office;
			this.anybody = anybody;
		}

		/** The status with which one act of a kind of work ends; 503 for an outage. */
		int act(Workload workload) {
			return switch (workload) {
				case VOTING -> vote().statusCode();
				case STAFF -> desk().statusCode();
				case PUBLIC -> look().statusCode();
				case JOBS -> work();
			};
		}

		/** A sheet of somebody who has not voted yet. */
		HttpResponse<String> vote() {
			String right = "phone:%064x".formatted(City.this.voters.incrementAndGet());
			VotePass pass = new VotePass(right, this.cycle.id(), City.this.clock.instant(), 0);
			String answers = IntStream.rangeClosed(1, ITEMS)
				.mapToObj((item) -> "&SWJ.o0" + item + "=1")
				.collect(Collectors.joining());
			return this.anybody.post("/vote/receipts",
					"pass=" + City.this.passes.sign(pass) + "&key=" + UUID.randomUUID() + "&unit=SWJ" + answers);
		}

		/** The page that a vote begins with. */
		HttpResponse<String> begin() {
			return this.anybody.get("/vote");
		}

		HttpResponse<String> desk() {
			return this.office.get("/desk/units");
		}

		/** A page that asks the database. */
		HttpResponse<String> look() {
			return this.anybody.get(PublicPages.AT_ONCE);
		}

		/** What a schedule does, on a thread that says nothing. */
		private int work() {
			try {
				CompletableFuture.runAsync(City.this.closings::pending).join();
				return 200;
			}
			catch (CompletionException ex) {
				if (Outage.causes(ex)) {
					return 503;
				}
				throw ex;
			}
		}

		@Override
		public void close() {
			this.office.close();
			this.anybody.close();
		}

	}

}

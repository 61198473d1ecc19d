package org.pingyi.base.web.workload;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariPoolMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiServerTest;
import org.pingyi.base.account.oidc.Browser;
import org.pingyi.storm.Until;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Crowds of slow clients and of people who sign in: whoever votes does not notice. */
@PingyiServerTest
class CrowdTests {

	private static final int CLIENTS = Integer.getInteger("crowd.clients", 200);

	private static final int TURNS = 3;

	private static final int VOTES = 20;

	private static final int SIGN_INS = 64;

	private final WorkloadDataSource pools;

	private final SharedPool shared;

	private final City city;

	@LocalServerPort
	private int port;

	private City.People people;

	CrowdTests(DataSource pools, SharedPool shared, City city) throws SQLException {
		this.pools = pools.unwrap(WorkloadDataSource.class);
		this.shared = shared;
		this.city = city;
	}

	@BeforeEach
	void arrive() {
		this.people = this.city.people(this.port);
	}

	@AfterEach
	void leave() {
		this.people.close();
	}

	@Test
	void votesBesideSlowClients() throws Exception {
		try (Crowd crowd = new Crowd()) {
			for (int client = 0; client < CLIENTS; client++) {
				crowd.add(switch (client % 4) {
					case 0 -> SlowClient.asking(this.port);
					case 1 -> SlowClient.writing(this.port, "/vote/receipts");
					case 2 -> SlowClient.writing(this.port, "/login");
					default -> SlowClient.reading(this.port, "/assets/webjars/htmx.org/dist/htmx.min.js");
				});
			}
			for (int turn = 0; turn < TURNS; turn++) {
				crowd.turn();
				assertThat(votes()).containsOnly(200);
			}
		}
	}

	/** The worst page: it keeps a connection for as long as its client reads. */
	@Test
	void votesBesideSlowReadersOfAPageThatHoldsConnections() throws Exception {
		try (Crowd crowd = readers()) {
			assertThat(votes()).containsOnly(200);
			assertThat(this.people.desk().statusCode()).isEqualTo(200);
			crowd.turn();
		}
		Until.holds("they are gone", () -> pool().getActiveConnections() == 0);
		assertThat(this.people.look().statusCode()).isEqualTo(200);
	}

	/** The control. */
	@Test
	void wouldNotVoteBesideThemFromOnePool() {
		this.shared.during(() -> {
			try (Crowd crowd = readers()) {
				assertThat(this.people.vote().statusCode()).isEqualTo(503);
				crowd.turn();
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
		Until.holds("they are gone", () -> pool().getActiveConnections() == 0);
	}

	/** As many as keep all connections; beyond the queue they are sent away at once. */
	private Crowd readers() throws IOException {
		Crowd crowd = new Crowd();
		int most = this.pools.of(Workload.PUBLIC).getMaximumPoolSize();
		for (int client = 0; client < most; client++) {
			crowd.add(SlowClient.reading(this.port, PublicPages.SLOWLY));
		}
		Until.holds("all connections are taken", () -> pool().getActiveConnections() == most);
		for (int client = most; client < CLIENTS / 2; client++) {
			crowd.add(SlowClient.reading(this.port, PublicPages.SLOWLY));
		}
		return crowd;
	}

	private HikariPoolMXBean pool() {
		return this.pools.of(Workload.PUBLIC).getHikariPoolMXBean();
	}

	@Test
	void votesBesideManyWhoSignIn() throws Exception {
		try (Browser stranger = new Browser("http://127.0.0.1:" + this.port);
				ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
			HttpResponse<String> page = stranger.get("/login");
			List<Callable<Integer>> attempts = new ArrayList<>();
			for (int attempt = 0; attempt < SIGN_INS; attempt++) {
				Map<String, String> typed = Map.of("username", "stranger" + attempt, "password", "a guess at random");
				attempts.add(() -> stranger.submit(page, "/login", typed).statusCode());
			}
			List<Future<Integer>> answers = attempts.stream().map(strangers::submit).toList();
			assertThat(votes()).containsOnly(200);
			for (Future<Integer> answer : answers) {
				// Wrong, sent back, or told to come again; nothing breaks.
				assertThat(answer.get()).isIn(302, 303, 422, 429, 503);
			}
		}
	}

	/** The statuses of some votes at once, and of the page that they begin with. */
	private Collection<Integer> votes() throws Exception {
		List<Integer> statuses = new ArrayList<>();
		try (ExecutorService voters = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<HttpResponse<String>>> answers = new ArrayList<>();
			for (int vote = 0; vote < VOTES; vote++) {
				answers.add(voters.submit(this.people::vote));
				answers.add(voters.submit(this.people::begin));
			}
			for (Future<HttpResponse<String>> answer : answers) {
				statuses.add(answer.get().statusCode());
			}
		}
		return statuses;
	}

	/** Slow clients, who leave together. */
	private static final class Crowd implements AutoCloseable {

		private final List<SlowClient> clients = new ArrayList<>();

		void add(SlowClient client) {
			this.clients.add(client);
		}

		void turn() throws IOException {
			for (SlowClient client : this.clients) {
				client.turn();
			}
		}

		@Override
		public void close() throws IOException {
			for (SlowClient client : this.clients) {
				client.close();
			}
		}

	}

}

package org.pingyi.storm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.Standalone;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.intake.vote.VotePasses;
import org.pingyi.verify.Command;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application and PostgreSQL are killed while thirty-two voters vote: every
 * acknowledged ballot counts once, and every unknown one is settled by sending it again.
 * {@code ./mvnw -Pstorm} kills twenty times.
 */
@Standalone
class KillStormTests {

	private static final int ROUNDS = Integer.getInteger("storm.rounds", 2);

	private static final long SEED = Long.getLong("storm.seed", 4);

	/** The blow falls after so many acknowledged sheets, and up to as many more. */
	private static final int ENOUGH = 100;

	private static final int ASKED_AGAIN = 16;

	private static final int RIVALS = 64;

	private static final int RIGHTS = Integer.getInteger("storm.rights", 10);

	private static final long SHEET_AND_SHEET = 2;

	@TempDir
	private static Path folder;

	private static Postgres postgres;

	private static SecondNode node;

	private static long version;

	@BeforeAll
	static void makeTheCity() throws Exception {
		postgres = Postgres.in(folder.resolve("data"));
		postgres.awaitReady();
		postgres.create("storm");
		node = new SecondNode(postgres.url("storm"));
		version = node.city();
	}

	@AfterAll
	static void end() {
		node.close();
		postgres.close();
	}

	private enum Blow {

		DATABASE, APPLICATION, BOTH;

		boolean hits(Blow other) {
			return this == other || this == BOTH;
		}

	}

	@Test
	void countsEveryAcknowledgedBallotOnceWhoeverIsKilled() throws Exception {
		long cycle = node.open(version, "storm");
		Voters voters = new Voters(node.bean(VotePasses.class), cycle);
		int unknown = 0;
		try (Application application = Application.usual(postgres.url("storm"))) {
			application.awaitReady();
			Random random = new Random(SEED);
			for (int round = 1; round <= ROUNDS; round++) {
				Blow blow = (round <= 2) ? Blow.values()[round - 1] : Blow.values()[random.nextInt(3)];
				unknown += round(voters, cycle, application, blow, ENOUGH + random.nextInt(ENOUGH));
				if (blow.hits(Blow.APPLICATION) && round < ROUNDS) {
					application.restart();
				}
			}
		}
		node.close(cycle);
		voters.ask(node.port(), ASKED_AGAIN);
		Account account = account(voters, cycle);
		System.out.printf(
				"| rounds | acknowledged | unknown, then settled | lost | doubled |%n"
						+ "|---|---|---|---|---|%n| %d | %d | %d | %d | %d |%n",
				ROUNDS, account.acknowledged(), unknown, account.lost(), account.doubled());
		assertThat(account).isEqualTo(new Account(account.acknowledged(), 0, 0, 0, true));
		assertThat(verified(cycle)).contains("没有发现改动");
		assertThat(unknown).isPositive();
	}

	/** Nothing is half stored, and nobody has to start anything again. */
	@Test
	void sendsPeopleAwayForAMomentWhileTheDatabaseIsAway() throws Exception {
		long cycle = node.open(version, "away");
		Voters voters = new Voters(node.bean(VotePasses.class), cycle);
		assertThat(voters.vote().send(node.port())).isTrue();
		postgres.kill();
		long asked = System.nanoTime();
		HttpResponse<String> away = voters.vote().post(node.port());
		assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(20));
		assertThat(away.statusCode()).isEqualTo(503);
		assertThat(away.headers().firstValue("Retry-After")).contains("5");
		postgres.restart();
		assertThat(voters.settle(node.port())).isEqualTo(1);
		node.close(cycle);
		assertThat(account(voters, cycle)).isEqualTo(new Account(SHEET_AND_SHEET, 0, 0, 0, true));
	}

	@Test
	void countsOneOfManySheetsUnderOneRightOverHttp() throws Exception {
		long cycle = node.open(version, "race");
		Voters voters = new Voters(node.bean(VotePasses.class), cycle);
		for (int right = 1; right <= RIGHTS; right++) {
			assertThat(voters.race(node.port(), RIVALS)).isEqualTo(Map.of(200, 1L, 409, RIVALS - 1L));
		}
		node.close(cycle);
		assertThat(node.counters(cycle)).isEqualTo(new Counters(RIGHTS, 0, RIGHTS, RIGHTS, RIGHTS, 0, 0, 0));
	}

	/** Only in the whole storm; {@code CloseUnderLoadTests} does it without HTTP. */
	@Test
	@EnabledIfSystemProperty(named = "storm.rounds", matches = "\\d+")
	void countsWhatItAcknowledgedAndNothingElseWhenClosedUnderLoad() throws Exception {
		long cycle = node.open(version, "close");
		Voters voters = new Voters(node.bean(VotePasses.class), cycle);
		try (Application application = Application.usual(postgres.url("storm"))) {
			application.awaitReady();
			voters.storm(application.port(), ENOUGH * 10, () -> node.close(cycle));
			assertThat(voters.votes()).filteredOn((vote) -> !vote.isAcknowledged())
				.hasSize(Voters.CONNECTIONS)
				.allMatch(Vote::isRefused);
			voters.ask(application.port(), ASKED_AGAIN);
			assertThat(voters.vote().post(application.port()).statusCode()).isEqualTo(409);
		}
		Account account = account(voters, cycle);
		assertThat(account).isEqualTo(new Account(account.acknowledged(), 0, 0, 0, true));
	}

	/** The positive control: answers that do not wait for the commit are found out. */
	@Test
	void noticesBallotsThatWereAcknowledgedBeforeTheirCommit() throws Exception {
		long cycle = node.open(version, "hasty");
		Voters voters = new Voters(node.bean(VotePasses.class), cycle);
		try (Application hasty = Application.with("org.pingyi.intake.ballot.HastyApplication", postgres.url("storm"))) {
			hasty.awaitReady();
			round(voters, cycle, hasty, Blow.APPLICATION, ENOUGH);
		}
		node.close(cycle);
		assertThat(account(voters, cycle).lost()).isPositive();
	}

	/** One storm, one blow; afterwards everything unknown is sent again. */
	private static int round(Voters voters, long cycle, Application application, Blow blow, int enough)
			throws Exception {
		try (ScheduledExecutorService sealing = Executors.newSingleThreadScheduledExecutor()) {
			sealing.scheduleWithFixedDelay(() -> seal(cycle), 0, 100, TimeUnit.MILLISECONDS);
			voters.storm(application.port(), enough, () -> kill(application, blow));
			sealing.shutdownNow();
		}
		if (blow.hits(Blow.DATABASE)) {
			postgres.restart();
		}
		int port = blow.hits(Blow.APPLICATION) ? node.port() : application.port();
		int unknown = voters.settle(port);
		voters.ask(port, ASKED_AGAIN);
		return unknown;
	}

	/** So that the blow also falls into a seal. */
	private static void seal(long cycle) {
		try {
			node.seal(cycle);
		}
		catch (RuntimeException ex) {
			// The database is gone; what was not sealed is sealed at the close.
		}
	}

	private static void kill(Application application, Blow blow) {
		if (blow.hits(Blow.APPLICATION)) {
			application.kill();
		}
		if (blow.hits(Blow.DATABASE)) {
			postgres.kill();
		}
	}

	private static Account account(Voters voters, long cycle) {
		return Account.of(voters.votes(), node.log(cycle), node.counters(cycle));
	}

	private static String verified(long cycle) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Command.run(List.of(node.auditFiles(cycle, folder).toString(), "--lang", "zh"),
				new PrintStream(out, true, StandardCharsets.UTF_8));
		return out.toString(StandardCharsets.UTF_8);
	}

}

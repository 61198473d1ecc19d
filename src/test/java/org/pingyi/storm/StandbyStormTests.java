package org.pingyi.storm;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.Standalone;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.intake.vote.VotePasses;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database is killed in a storm of votes and does not come back; its standby takes
 * over, with every ballot that was acknowledged. Each test leaves a server that has taken
 * over, and the next makes a standby of it.
 */
@Standalone
class StandbyStormTests {

	private static final int ENOUGH = Integer.getInteger("storm.sheets", 60);

	private static final List<Integer> PORTS = new ArrayList<>();

	@TempDir
	private static Path folder;

	private static Postgres primary;

	private static SecondNode node;

	private static long version;

	@BeforeAll
	static void makeTheCity() throws Exception {
		primary = Postgres.in(folder.resolve("first"));
		primary.awaitReady();
		primary.create("storm");
		PORTS.addAll(List.of(Application.freePort(), Application.freePort()));
		String servers = Stream.concat(Stream.of(primary.port()), PORTS.stream())
			.map((port) -> "127.0.0.1:" + port)
			.collect(Collectors.joining(","));
		node = new SecondNode("jdbc:postgresql://" + servers + "/storm?targetServerType=primary&hostRecheckSeconds=1",
				Map.of("pingyi.keys.directories", folder.resolve("keys").toString()));
		version = node.city();
	}

	@AfterAll
	static void end() {
		node.close();
		primary.close();
	}

	@Test
	void losesNothingThatWasAcknowledged() throws Exception {
		Postgres standby = standby(true);
		long cycle = node.open(version, "safe");
		Voters voters = new Voters(node.bean(VotePasses.class), cycle);
		voters.storm(node.port(), ENOUGH, primary::kill);
		takeOver(standby);
		int unknown = voters.settle(node.port());
		node.close(cycle);
		Account account = Account.of(voters.votes(), node.log(cycle), node.counters(cycle));
		System.out.printf(
				"| acknowledged | unknown, then settled | lost | doubled |%n|---|---|---|---|%n"
						+ "| %d | %d | %d | %d |%n",
				account.acknowledged(), unknown, account.lost(), account.doubled());
		assertThat(account).isEqualTo(new Account(account.acknowledged(), 0, 0, 0, true));
		assertThat(account.acknowledged()).isGreaterThanOrEqualTo(ENOUGH);
	}

	/** The positive control: a standby that nobody waits for. */
	@Test
	void losesWhatNobodyWaitedFor() throws Exception {
		Postgres standby = standby(false);
		long cycle = node.open(version, "unsafe");
		primary.waitForStandby(false);
		standby.kill();
		Voters voters = new Voters(node.bean(VotePasses.class), cycle);
		voters.storm(node.port(), ENOUGH, primary::kill);
		standby.restart();
		takeOver(standby);
		Until.holds("the node finds the other server", () -> Http.answers(node.port(), "/vote"));
		assertThat(voters.votes()).filteredOn(Vote::isAcknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
		assertThat(node.counters(cycle)).isEqualTo(new Counters(0, 0, 0, 0, 0, 0, 0, 0));
	}

	private static Postgres standby(boolean waits) throws IOException, SQLException {
		int port = PORTS.removeFirst();
		Postgres standby = primary.standby(folder.resolve("standby-" + port), port);
		primary.waitForStandby(waits);
		return standby;
	}

	private static void takeOver(Postgres standby) throws SQLException {
		standby.promote();
		primary = standby;
	}

}

package org.pingyi.storm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.As;
import org.pingyi.DatabaseRoles;
import org.pingyi.Standalone;
import org.pingyi.base.unit.Units;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.intake.vote.VotePasses;

import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Two cities share a database, each with a schema and a role of its own: neither sees the
 * other, and neither waits for it.
 */
@Standalone
class TwoCitiesTests {

	private static final String WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted";

	@TempDir
	private static Path folder;

	private static Postgres postgres;

	private static SecondNode north;

	private static SecondNode south;

	@BeforeAll
	static void makeTheCities() throws Exception {
		postgres = Postgres.in(folder.resolve("data"));
		postgres.awaitReady();
		postgres.create("province");
		postgres.execute("province",
				"create role south login password '%s'".formatted(DatabaseRoles.password("south")));
		north = new SecondNode(postgres.url("province"), Map.of("pingyi.schema", "north", "pingyi.keys.directories",
				folder.resolve("northern-keys").toString()));
		south = new SecondNode(postgres.url("province"),
				Map.of("pingyi.schema", "south", "spring.datasource.username", "south", "spring.datasource.password",
						DatabaseRoles.password("south"), "pingyi.keys.directories",
						folder.resolve("southern-keys").toString(), "pingyi.secret",
						"3d9e0b7f5a21c864e8f04b6a9d7c31528b6e1f0a4c92d7e5"));
	}

	@AfterAll
	static void end() {
		south.close();
		north.close();
		postgres.close();
	}

	@Test
	void countTheirOwnBallots() throws Exception {
		long northern = north.open(north.city(), "2026");
		long southern = south.open(south.city(), "2026");
		assertThat(southern).isEqualTo(northern);
		assertThat(vote(north, northern)).isTrue();
		assertThat(vote(south, southern)).isTrue();
		assertThat(vote(south, southern)).as("the same person again").isFalse();
		north.close(northern);
		assertThat(north.counters(northern)).isEqualTo(new Counters(1, 0, 1, 1, 1, 0, 0, 0));
		assertThat(south.counters(southern)).isEqualTo(new Counters(1, 1, 0, 0, 0, 0, 0, 0));
		assertThat(acts(north)).contains("cycle.closed");
		assertThat(acts(south)).contains("cycle.opened").doesNotContain("cycle.closed");
	}

	@Test
	void haveNothingInCommon() {
		assertThat(jdbc(north).queryForObject(
				"select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
				int.class))
			.isZero();
		assertThatExceptionOfType(BadSqlGrammarException.class)
			.isThrownBy(() -> jdbc(south).queryForList("select * from north.audit_entry"))
			.havingRootCause()
			.withMessageContaining("permission denied for schema north");
	}

	/** Its control: another act of the same city waits. */
	@Test
	void doNotWaitForEachOthersActs() throws Exception {
		try (ExecutorService others = Executors.newSingleThreadExecutor()) {
			Future<?> sameCity = new TransactionTemplate(north.bean(PlatformTransactionManager.class))
				.execute((status) -> {
					addGroup(north, "FIRST");
					addGroup(south, "FIRST");
					Future<?> second = others.submit(() -> addGroup(north, "SECOND"));
					Until.holds("the act of the same city waits",
							() -> jdbc(south).queryForObject(WAITING, int.class) == 1);
					return second;
				});
			sameCity.get(1, TimeUnit.MINUTES);
		}
	}

	private static void addGroup(SecondNode city, String code) {
		As.office(() -> {
			city.bean(Units.class).addGroup(code, code);
			return code;
		});
	}

	private static boolean vote(SecondNode city, long cycle) {
		return new Voters(city.bean(VotePasses.class), cycle).vote().send(city.port());
	}

	private static List<String> acts(SecondNode city) {
		return jdbc(city).queryForList("select act from audit_entry", String.class);
	}

	private static JdbcTemplate jdbc(SecondNode city) {
		return city.bean(JdbcTemplate.class);
	}

}

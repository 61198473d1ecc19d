package org.pingyi.intake.ballot.recount;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.intake.ballot.tally.Tallies;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long many ballots take to be counted again; it asserts on no time:
 * {@code ./mvnw test -Dtest=RecountSpeedTests -Drecount.ballots=10000000}.
 */
@PingyiTest
@EnabledIfSystemProperty(named = "recount.ballots", matches = "\\d+")
class RecountSpeedTests {

	private static final long BALLOTS = Long.getLong("recount.ballots", 0);

	private static final int ROUNDS = 3;

	private final RecountReading reading;

	private final Tallies tallies;

	private final CycleSamples cycles;

	private final Superuser superuser;

	RecountSpeedTests(RecountReading reading, Tallies tallies, CycleSamples cycles, Superuser superuser) {
		this.reading = reading;
		this.tallies = tallies;
		this.cycles = cycles;
		this.superuser = superuser;
	}

	@Test
	void countsManyBallotsAgain() {
		Cycle cycle = this.cycles.opened();
		plant(cycle.id());
		for (int round = 1; round <= ROUNDS; round++) {
			pools().forEach(MemoryPoolMXBean::resetPeakUsage);
			long start = System.nanoTime();
			List<RowCounts> counts = this.reading.run(round, cycle.id());
			long read = System.nanoTime();
			List<DifferingBar> differing = new TallyComparison(counts).run(this.tallies.of(cycle.id()).stream());
			long end = System.nanoTime();
			assertThat(counts.stream().mapToLong(RowCounts::ballots).sum()).isEqualTo(BALLOTS);
			assertThat(differing).isEmpty();
			System.out.printf("%d ballots: read in %d ms, %d a second, compared in %d ms, most memory %d MB%n", BALLOTS,
					(read - start) / 1_000_000, BALLOTS * 1_000_000_000 / (read - start), (end - read) / 1_000_000,
					pools().mapToLong((pool) -> pool.getPeakUsage().getUsed()).sum() >> 20);
		}
	}

	/**
	 * Ten units to a hundred ballots, five items of five levels, their tallies beside.
	 */
	private void plant(long cycle) {
		JdbcTemplate database = this.superuser.jdbc();
		database.update("""
				insert into ballot_sealed
					(cycle_id, position, channel, unit_id, rater_class, signals, a1, a2, a3, a4, leaf)
				select ?, n, 'ONLINE', 1 + n * 7919 % 1000, case when n % 5 = 0 then 'enterprise' else 'citizen' end,
					case when n % 50 = 0 then 1 else 0 end,
					(2 + r % 5) | ((2 + r / 5 % 5) << 10) | ((2 + r / 25 % 5) << 20) | ((2 + r / 125 % 5) << 30)
						| ((2 + r / 625 % 5) << 40),
					0, 0, 0, sha256(n::text::bytea)
				from (select n, (n * 2654435761) % 1000003 as r from generate_series(0, ? - 1::bigint) n) as drawn""",
				cycle, BALLOTS);
		database.update("""
				insert into ballot_tally (cycle_id, channel, unit_id, rater_class, signals, item, code, count)
				select cycle_id, channel, unit_id, rater_class, signals, item, code, count(*)
				from ballot_sealed cross join lateral (values (0, 0), (1, (a1 & 1023)::int - 1),
					(2, (a1 >> 10 & 1023)::int - 1), (3, (a1 >> 20 & 1023)::int - 1), (4, (a1 >> 30 & 1023)::int - 1),
					(5, (a1 >> 40 & 1023)::int - 1)) as answered (item, code)
				group by 1, 2, 3, 4, 5, 6, 7""");
		database.execute("vacuum analyze ballot_sealed");
	}

	private static Stream<MemoryPoolMXBean> pools() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter((pool) -> pool.getType() == MemoryType.HEAP);
	}

}

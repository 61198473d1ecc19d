package org.pingyi.outcome.result;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scoring;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long count, notice, publication, ranking and cards take in a city of many units
 * with 446 bars and 20 adjustments each; it asserts on no time: {@code ./mvnw test
 * -Dtest=CountSpeedTests -Dcount.units=1000}.
 */
@PingyiTest
@EnabledIfSystemProperty(named = "count.units", matches = "\\d+")
class CountSpeedTests {

	private static final int UNITS = Integer.getInteger("count.units", 0);

	private static final int TIMES = Integer.getInteger("count.times", 5);

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Results results;

	private final Runs runs;

	private final RunDocuments documents;

	private final Schemes schemes;

	private final ResultSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	CountSpeedTests(Results results, Runs runs, RunDocuments documents, Schemes schemes, ResultSamples samples,
			CycleSamples cycles, UnitSamples units, JdbcTemplate jdbc, TransactionTemplate transactions) {
		this.results = results;
		this.runs = runs;
		this.documents = documents;
		this.schemes = schemes;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	@Test
	void countsNoticesAndPublishes() {
		Cycle cycle = city();
		System.out.printf("%d units, %d bars%n", UNITS,
				this.jdbc.queryForObject("select count(*) from ballot_tally", Long.class));
		measured("count, first", 1, () -> this.samples.count(cycle));
		measured("count", TIMES, () -> this.samples.count(cycle));
		Inputs inputs = this.documents.inputs(this.runs.last(cycle.id()).orElseThrow().id());
		Rules rules = this.schemes.rules(cycle.schemeVersion());
		measured("the engine alone", TIMES, () -> Scoring.score(rules, inputs));
		measured("draft ranking", TIMES, () -> As.office(() -> this.results.draft(cycle.id())));
		measured("draft card", TIMES, () -> As.office(() -> this.results.draftCard(cycle.id(), "W7")));
		measured("notice", TIMES, () -> rolledBack(() -> notice(cycle)));
		this.samples.notice(cycle);
		measured("publish", TIMES, () -> rolledBack(() -> publish(cycle)));
		this.samples.publish(cycle);
		measured("public ranking", TIMES, () -> this.results.published(cycle.id()));
		measured("public card", TIMES, () -> this.results.publishedCard(cycle.id(), "W7"));
		assertThat(this.results.published(cycle.id()).groups()).isNotEmpty();
	}

	private Cycle city() {
		this.units.spread(UNITS, "W");
		Cycle cycle = this.cycles.opened();
		bars(cycle, "ONLINE", "citizen", 5, 12);
		bars(cycle, "WINDOW", "visitor", 13, 1);
		bars(cycle, "GRASSROOTS", "grassroots", 5, 1);
		bars(cycle, "LEADER", "leader", 4, 1);
		bars(cycle, "SUPERIOR", "superior", 4, 1);
		this.jdbc.update("""
				insert into adjustment_adjustment (cycle_id, unit_id, kind, rule, document, happened_on, cause,
					handling, reason, source, state, proposed_by, proposed_at, decided_by, decided_at)
				select ?, id, 'DEDUCTION', 'delay', '12345工单第' || n || '号', date '2026-11-02', 'own',
					'timely', '逾期办理', 'desk', 'APPROVED', 'office1', now(), 'office2', now()
				from unit_unit cross join generate_series(1, 20) n""", cycle.id());
		return this.cycles.close(cycle);
	}

	/**
	 * Ballots about each unit with as many sets of signals, each answering with five
	 * levels.
	 */
	private void bars(Cycle cycle, String channel, String raterClass, int items, int signals) {
		this.jdbc.update(
				"""
						insert into ballot_tally (cycle_id, channel, unit_id, rater_class, signals, item, code, count)
						select cycle_id, ?, unit_id, ?, signals, item, bars.code, case item when 0 then 1500 else 300 + bars.code * unit_id % 50 end
						from cycle_participant cross join generate_series(0, ?) signals
						cross join (select 0 as item, 0 as code
							union all select item, code from generate_series(1, ?) item, generate_series(1, 5) code) bars
						where cycle_id = ?""",
				channel, raterClass, signals - 1, items, cycle.id());
	}

	private Cycle notice(Cycle cycle) {
		this.samples.notice(cycle);
		return cycle;
	}

	private Cycle publish(Cycle cycle) {
		this.samples.publish(cycle);
		return cycle;
	}

	private Cycle rolledBack(Supplier<Cycle> act) {
		return this.transactions.execute((status) -> {
			status.setRollbackOnly();
			return act.get();
		});
	}

	/** The median time, and what it allocates. */
	private static void measured(String act, int times, Supplier<?> supplier) {
		long[] millis = new long[times];
		long allocated = 0;
		pools().forEach(MemoryPoolMXBean::resetPeakUsage);
		for (int time = 0; time < times; time++) {
			long before = THREADS.getCurrentThreadAllocatedBytes();
			long start = System.nanoTime();
			supplier.get();
			millis[time] = (System.nanoTime() - start) / 1_000_000;
			allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
		}
		Arrays.sort(millis);
		System.out.printf(Locale.ROOT, "%-30s %6d ms, %5d MB allocated, most memory %d MB%n", act, millis[times / 2],
				allocated >> 20, pools().mapToLong((pool) -> pool.getPeakUsage().getUsed()).sum() >> 20);
	}

	private static Stream<MemoryPoolMXBean> pools() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter((pool) -> pool.getType() == MemoryType.HEAP);
	}

}

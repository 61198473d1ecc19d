package org.pingyi.intake.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.log.ReceiptState;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.rules.cycle.Closings;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.PausedCycles;
import org.pingyi.storm.Until;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The office closes a year while many vote: what was acknowledged is in the final
 * tallies, what was refused is not.
 */
@PingyiTest
@Timeout(60)
class CloseUnderLoadTests {

	private static final int VOTERS = 32;

	private static final int ENOUGH = 300;

	private final Ballots ballots;

	private final Cycles years;

	private final Closings closings;

	private final PausedCycles paused;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	private final Queue<Submission> acknowledged = new ConcurrentLinkedQueue<>();

	private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();

	private final Queue<Submission> refused = new ConcurrentLinkedQueue<>();

	private Cycle cycle;

	private long unit;

	CloseUnderLoadTests(Ballots ballots, Cycles years, Closings closings, PausedCycles paused, BallotSamples samples,
			CycleSamples cycles, UnitSamples units, JdbcTemplate jdbc) {
		this.ballots = ballots;
		this.years = years;
		this.closings = closings;
		this.paused = paused;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void openUntilToday() {
		this.cycle = this.cycles.opened();
		this.cycles.moveToLastDay(this.cycle);
		this.unit = this.units.waterBureau().id();
	}

	/**
	 * What does not fit after the close.
	 *
	 * @param late acknowledged ballots that are not sealed
	 * @param missing acknowledged ballots beyond those in the tallies
	 * @param agree whether the store's own figures are in accord
	 */
	private record Misfit(long late, long missing, boolean agree) {

		static final Misfit NONE = new Misfit(0, 0, true);

	}

	@Test
	void countsWhatItAcknowledgedAndNothingElseWhenClosedUnderLoad() throws Exception {
		CountDownLatch enough = new CountDownLatch(ENOUGH);
		List<Future<?>> voters = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int voter = 0; voter < VOTERS; voter++) {
				voters.add(threads.submit(() -> {
					while (vote()) {
						enough.countDown();
					}
				}));
			}
			enough.await();
			close();
		}
		for (Future<?> voter : voters) {
			voter.get();
		}
		assertThat(this.refused).hasSize(VOTERS);
		assertThat(misfit()).isEqualTo(Misfit.NONE);
		assertThat(this.refused).allSatisfy(this::isRefused);
		assertThat(this.acknowledged.stream().map(this.ballots::submit)).containsExactlyElementsOf(this.receipts);
		assertThat(misfit()).isEqualTo(Misfit.NONE);
	}

	@Test
	void waitsForABallotInFlight() throws Exception {
		try (PausedCycles.Pause pause = this.paused.holding();
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Boolean> voter = threads.submit(this::vote);
			Until.holds("the voter pauses", pause::isReached);
			Future<?> closing = threads.submit(this::close);
			Until.holds("the close waits", this::closeWaits);
			assertThat(closing).isNotDone();
			pause.end();
			closing.get(10, TimeUnit.SECONDS);
			assertThat(voter.get(10, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(misfit()).isEqualTo(Misfit.NONE);
	}

	/**
	 * The positive control: a look at the phase that does not hold it lets one in late.
	 */
	@Test
	void noticesALateBallotWhenThePhaseIsNotHeld() throws Exception {
		try (PausedCycles.Pause pause = this.paused.looking();
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Boolean> voter = threads.submit(this::vote);
			Until.holds("the voter pauses", pause::isReached);
			close();
			pause.end();
			assertThat(voter.get(10, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(misfit()).isEqualTo(new Misfit(1, 1, true));
	}

	private boolean vote() {
		Submission form = this.samples.submission(this.cycle.id(), "ONLINE", this.unit, 1);
		try {
			Receipt receipt = this.ballots.submit(form);
			synchronized (this) {
				this.receipts.add(receipt);
				this.acknowledged.add(form);
			}
			return true;
		}
		catch (Refusal refusal) {
			assertThat(refusal.key()).isEqualTo("cycle.notOpen");
			this.refused.add(form);
			return false;
		}
	}

	private void close() {
		As.office(() -> {
			this.years.close(this.cycle.id());
			return this.cycle;
		});
		this.closings.finish(this.cycle.id());
	}

	private boolean closeWaits() {
		return !this.jdbc.queryForList("select 1 from pg_locks where not granted and locktype <> 'advisory'").isEmpty();
	}

	private void isRefused(Submission form) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.ballots.submit(form))
			.extracting(Refusal::key)
			.isEqualTo("cycle.notOpen");
	}

	private Misfit misfit() {
		long late = this.receipts.stream()
			.filter((receipt) -> this.ballots.check(receipt.code()) != ReceiptState.SEALED)
			.count();
		Counters counters = this.ballots.counters(this.cycle.id());
		return new Misfit(late, this.receipts.size() - counters.tallied(), counters.agree());
	}

}

package org.pingyi.outcome.result;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.tally.Exclusion;
import org.pingyi.intake.ballot.tally.Exclusions;
import org.pingyi.intake.ballot.tally.NewExclusion;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scoring.Signal;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whoever decides beside a publication comes wholly before it or wholly after it: of two
 * transactions at the same time the second waits for the first.
 */
@PingyiTest
class PublicationRaceTests {

	private static final int ALIKE = Signal.ALL_ALIKE.bit();

	private final ResultSamples samples;

	private final Objections objections;

	private final Exclusions exclusions;

	private final Cycles cycles;

	private final CycleSamples years;

	private final BallotSamples ballots;

	private final Ballots store;

	private final UnitSamples units;

	private final TransactionTemplate transactions;

	private final JdbcTemplate jdbc;

	PublicationRaceTests(ResultSamples samples, Objections objections, Exclusions exclusions, Cycles cycles,
			CycleSamples years, BallotSamples ballots, Ballots store, UnitSamples units,
			TransactionTemplate transactions, JdbcTemplate jdbc) {
		this.samples = samples;
		this.objections = objections;
		this.exclusions = exclusions;
		this.cycles = cycles;
		this.years = years;
		this.ballots = ballots;
		this.store = store;
		this.units = units;
		this.transactions = transactions;
		this.jdbc = jdbc;
	}

	@Test
	void publishesNothingBesideAnObjection() {
		Cycle cycle = this.samples.noticed();
		refused("result.objectionsOpen", beside(() -> file(cycle), () -> this.samples.publish(cycle), false));
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.NOTICED);
	}

	/** The positive control: waiting alone refuses nothing. */
	@Test
	void publishesBesideAnObjectionThatIsNotFiledInTheEnd() {
		Cycle cycle = this.samples.noticed();
		beside(() -> file(cycle), () -> this.samples.publish(cycle), true).join();
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.PUBLISHED);
	}

	@Test
	void publishesNothingBesideAnExclusion() {
		Cycle cycle = excluding();
		refused("result.outdated", beside(() -> approve(cycle), () -> this.samples.publish(cycle), false));
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.NOTICED);
	}

	@Test
	void filesNothingBesideThePublication() {
		Cycle cycle = this.samples.noticed();
		refused("result.noObjectionNow", beside(() -> this.samples.publish(cycle), () -> file(cycle), false));
	}

	@Test
	void excludesNothingBesideThePublication() {
		Cycle cycle = excluding();
		refused("ballot.exclusion.published", beside(() -> this.samples.publish(cycle), () -> approve(cycle), false));
	}

	/** Begins the second act within the transaction of the first, which it waits for. */
	private CompletableFuture<Void> beside(Runnable first, Runnable second, boolean takenBack) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			first.run();
			CompletableFuture<Void> waiting = CompletableFuture.runAsync(second);
			while (!waiting.isDone() && !waits()) {
				Thread.onSpinWait();
			}
			if (takenBack) {
				status.setRollbackOnly();
			}
			return waiting;
		}));
	}

	private boolean waits() {
		return !this.jdbc.queryForList("select 1 from pg_locks where not granted").isEmpty();
	}

	private static void refused(String key, CompletableFuture<Void> act) {
		assertThatExceptionOfType(CompletionException.class).isThrownBy(act::join)
			.havingCause()
			.isInstanceOfSatisfying(Refusal.class, (refusal) -> assertThat(refusal.key()).isEqualTo(key));
	}

	private void file(Cycle cycle) {
		As.as("liaison.SWJ", () -> this.objections.file(cycle.id(), "", "数据与台账不符"), "ROLE_LIAISON", "UNIT_SWJ");
	}

	/** A noticed year in which an exclusion waits for the second person. */
	private Cycle excluding() {
		Cycle voted = this.samples.voted();
		for (int index = 0; index < 10; index++) {
			Submission plain = this.ballots.submission(voted.id(), "ONLINE", this.units.policeBureau().id(), 1);
			this.store.submit(new Submission(plain.cycle(), plain.channel(), plain.unit(), plain.raterClass(),
					plain.right(), plain.idempotencyKey(), plain.answers(), "", false, ALIKE));
		}
		Cycle cycle = this.years.close(voted);
		As.office(() -> this.exclusions.propose(
				new NewExclusion(cycle.id(), "ONLINE", this.units.policeBureau().id(), ALIKE, "十份完全雷同", "机房日志记录")));
		this.samples.count(cycle);
		this.samples.notice(cycle);
		return cycle;
	}

	private void approve(Cycle cycle) {
		As.secondOffice(() -> {
			Exclusion waiting = this.exclusions.of(cycle.id()).getFirst();
			this.exclusions.approve(cycle.id(), waiting.seen());
			return waiting;
		});
	}

}

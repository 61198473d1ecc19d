package org.pingyi.intake.ballot;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

/** When ballots are sealed: never a few alone, and in a rush not often. */
@PingyiTest
@ExtendWith(OutputCaptureExtension.class)
class SealingScheduleTests {

	private final JdbcClient jdbc;

	private final Sealer sealer;

	private final BallotInsertImpl inserts;

	private final WaitingBallotRepository waiting;

	private final PlatformTransactionManager transactions;

	private final Ballots ballots;

	private final BallotSamples samples;

	private final Cycles years;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private Cycle cycle;

	SealingScheduleTests(Superuser superuser, Sealer sealer, BallotInsertImpl inserts, WaitingBallotRepository waiting,
			PlatformTransactionManager transactions, Ballots ballots, BallotSamples samples, Cycles years,
			CycleSamples cycles, UnitSamples units) {
		this.jdbc = JdbcClient.create(superuser.jdbc());
		this.sealer = sealer;
		this.inserts = inserts;
		this.waiting = waiting;
		this.transactions = transactions;
		this.ballots = ballots;
		this.samples = samples;
		this.years = years;
		this.cycles = cycles;
		this.units = units;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	@Test
	void sealsManySoonAndFewerNot() {
		vote(499);
		schedule(false).sealWhereManyWait();
		assertThat(sealed()).isZero();
		vote(1);
		schedule(false).sealWhereManyWait();
		assertThat(sealed()).isEqualTo(450);
	}

	@Test
	void sealsSomeThatHaveWaitedLongAndFewerNever() {
		vote(99);
		schedule(false).sealWhereSomeHaveWaitedLong();
		assertThat(sealed()).isZero();
		vote(1);
		schedule(false).sealWhereSomeHaveWaitedLong();
		assertThat(sealed()).isEqualTo(50);
		schedule(false).sealWhereSomeHaveWaitedLong();
		assertThat(sealed()).as("the last have company until the close").isEqualTo(50);
	}

	@Test
	void stepsBackInARushButForABatchAMinute() {
		vote(500);
		schedule(true).sealWhereManyWait();
		assertThat(sealed()).isZero();
		schedule(true).sealEvenInARush();
		assertThat(sealed()).isEqualTo(450);
	}

	/** Two nodes find as many waiting; whoever comes second would seal a few alone. */
	@Test
	void sealsNoFewRightAfterAnotherNode() {
		vote(500);
		this.sealer.sealSome(this.cycle.id(), 500);
		vote(1);
		this.sealer.sealSome(this.cycle.id(), 500);
		assertThat(sealed()).isEqualTo(450);
	}

	/** Whoever alters all others would have one sealed alone. */
	@Test
	void leavesTheFewThatAreWholeWithTheOthersUntilTheClose() {
		vote(500);
		this.jdbc.sql(
				"update ballot_waiting set box = substr(box, 1, 20) where mark > (select min(mark) from ballot_waiting)")
			.update();
		assertThatIllegalStateException().isThrownBy(() -> this.sealer.sealSome(this.cycle.id(), 500));
		assertThat(sealed()).isZero();
		assertThat(this.ballots.counters(this.cycle.id()).waiting()).isEqualTo(500);
	}

	/** Each look decrypts all that waits. The control is the one after as many again. */
	@Test
	void looksAgainAfterAFailureWhenAsManyMoreHaveCome(CapturedOutput output) {
		Sealer failing = mock(Sealer.class);
		given(failing.sealSome(anyLong(), anyInt())).willThrow(new IllegalStateException("altered"));
		SealingSchedule schedule = schedule(failing, false);
		vote(600);
		schedule.sealWhereManyWait();
		schedule.sealWhereManyWait();
		schedule.sealEvenInARush();
		then(failing).should(times(1)).sealSome(this.cycle.id(), 500);
		vote(499);
		schedule.sealWhereManyWait();
		then(failing).should(times(1)).sealSome(this.cycle.id(), 500);
		vote(1);
		schedule.sealWhereManyWait();
		then(failing).should(times(2)).sealSome(this.cycle.id(), 500);
		assertThat(output).containsOnlyOnce("cannot be sealed");
	}

	private SealingSchedule schedule(boolean rush) {
		return schedule(this.sealer, rush);
	}

	private SealingSchedule schedule(Sealer sealer, boolean rush) {
		return new SealingSchedule(this.waiting, this.years, sealer, new GroupCommit(this.inserts, this.transactions) {

			@Override
			boolean isRushed() {
				return rush;
			}

		});
	}

	private void vote(int number) {
		this.samples.vote(this.cycle.id(), "ONLINE", this.units.waterBureau().id(), number, 1);
	}

	private long sealed() {
		return this.ballots.counters(this.cycle.id()).ballots();
	}

}

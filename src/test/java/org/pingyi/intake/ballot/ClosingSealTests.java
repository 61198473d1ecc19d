package org.pingyi.intake.ballot;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.company.BallotsMissing;
import org.pingyi.intake.ballot.company.WaitingGroups;
import org.pingyi.intake.ballot.key.BoxKeys;
import org.pingyi.intake.ballot.log.AcceptedCounts;
import org.pingyi.intake.ballot.log.Logs;
import org.pingyi.intake.ballot.log.ReceiptState;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.outcome.result.Results;
import org.pingyi.rules.cycle.ClosingProgress;
import org.pingyi.rules.cycle.Closings;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anySet;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** A close in many transactions seals every ballot once, whatever ends it in between. */
@PingyiTest
class ClosingSealTests {

	private static final int CITIZENS = 180;

	private static final int FEW = 4;

	private static final int ALL = CITIZENS + FEW;

	/** So that there are three batches before the last. */
	private static final int SIZE = 50;

	private static final Counters SEALED_ONCE = new Counters(ALL, 0, ALL, ALL, ALL, 0, 0, 0);

	private final Ballots ballots;

	private final Results results;

	private final Sealer sealer;

	private final WaitingBallotRepository waiting;

	private final WaitingBallots waitingBallots;

	private final Logs logs;

	private final AcceptedCounts accepted;

	private final SealedBallotRepository sealed;

	private final KeyRetirement retirement;

	private final BoxKeys keys;

	private final Audit audit;

	private final BallotSamples samples;

	private final Cycles years;

	private final Closings closings;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final MockMvcTester mvc;

	private final TransactionTemplate transactions;

	private final JdbcClient connection;

	private final JdbcTemplate jdbc;

	private Cycle cycle;

	private List<Receipt> receipts;

	ClosingSealTests(Ballots ballots, Results results, Sealer sealer, WaitingBallotRepository waiting,
			WaitingBallots waitingBallots, Logs logs, AcceptedCounts accepted, SealedBallotRepository sealed,
			KeyRetirement retirement, BoxKeys keys, Audit audit, BallotSamples samples, Cycles years, Closings closings,
			CycleSamples cycles, UnitSamples units, MockMvcTester mvc, TransactionTemplate transactions,
			JdbcClient connection, Superuser superuser) {
		this.ballots = ballots;
		this.results = results;
		this.sealer = sealer;
		this.waiting = waiting;
		this.waitingBallots = waitingBallots;
		this.logs = logs;
		this.accepted = accepted;
		this.sealed = sealed;
		this.retirement = retirement;
		this.keys = keys;
		this.audit = audit;
		this.samples = samples;
		this.years = years;
		this.closings = closings;
		this.cycles = cycles;
		this.units = units;
		this.mvc = mvc;
		this.transactions = transactions;
		this.connection = connection;
		this.jdbc = superuser.jdbc();
	}

	@BeforeEach
	void stopTakingBallots() {
		this.cycle = this.cycles.opened();
		this.receipts = vote("ONLINE", CITIZENS);
		vote("WINDOW", FEW);
		this.jdbc.execute("drop table if exists kept");
		this.jdbc.execute("create table kept as select * from ballot_waiting");
		this.cycle = this.cycles.beginClosing(this.cycle);
	}

	private List<Receipt> vote(String channel, int number) {
		return this.samples.vote(this.cycle.id(), channel, this.units.waterBureau().id(), number, 1);
	}

	@Test
	void goesOnAfterAKillInTheMiddleOfABatch() {
		killInTheSecondBatch();
		this.cycles.finishClosing(this.cycle);
		assertThat(this.years.byId(this.cycle.id()).phase()).isEqualTo(Phase.CLOSED);
		assertThat(this.ballots.counters(this.cycle.id())).isEqualTo(SEALED_ONCE);
		assertThat(this.receipts).allMatch((receipt) -> this.ballots.check(receipt.code()) == ReceiptState.SEALED);
		assertThat(this.jdbc.queryForList("select position from ballot_sealed order by position", Long.class))
			.containsExactlyElementsOf(LongStream.range(0, ALL).boxed().toList());
	}

	/** The control: a batch that is sealed and not taken out is found out. */
	@Test
	void noticesABatchThatWaitsOnAfterItWasSealed() {
		long done = killInTheSecondBatch();
		this.jdbc.execute("insert into ballot_waiting select * from kept where mark not in"
				+ " (select mark from ballot_waiting)");
		this.cycles.finishClosing(this.cycle);
		assertThat(this.ballots.counters(this.cycle.id())).isNotEqualTo(SEALED_ONCE)
			.extracting(Counters::altered)
			.isEqualTo(done);
	}

	/** How many were sealed before. */
	private long killInTheSecondBatch() {
		AtomicInteger batches = new AtomicInteger();
		ClosingSeal killed = seal(() -> {
		}, () -> {
			if (batches.incrementAndGet() == 2) {
				throw new Killed();
			}
		});
		assertThatExceptionOfType(Killed.class).isThrownBy(() -> killed.run(this.cycle.id()));
		assertThat(this.years.byId(this.cycle.id()).phase()).isEqualTo(Phase.CLOSING);
		Counters counters = this.ballots.counters(this.cycle.id());
		long done = counters.ballots();
		assertThat(done).isBetween((long) WaitingGroups.COMPANY, (long) SIZE);
		assertThat(counters).isEqualTo(new Counters(ALL, ALL - done, done, done, done, 0, 0, 0));
		assertThat(this.closings.progress(this.cycle.id())).isEqualTo(new ClosingProgress(ALL - done, ALL));
		return done;
	}

	@Test
	void sealsThoseWhoAreFewTogetherInTheLastBatch() {
		seal(() -> {
		}, () -> {
		}).run(this.cycle.id());
		List<Batch> batches = batches();
		assertThat(batches).hasSize(4);
		assertThat(batches.getLast()).isEqualTo(new Batch(WaitingGroups.STAYING - FEW, FEW));
		assertThat(batches.subList(0, 3)).allMatch((batch) -> batch.citizens() >= WaitingGroups.COMPANY)
			.allMatch((batch) -> batch.few() == 0);
	}

	/** A copy is nobody's company; without it there are several batches, as above. */
	@Test
	void sealsEverybodyInOneShuffleWhereACopyWaits() {
		this.jdbc.execute("insert into ballot_waiting select one.* from (select * from kept limit 1) as one,"
				+ " generate_series(1, 100)");
		seal(() -> {
		}, () -> {
		}).run(this.cycle.id());
		assertThat(batches()).containsExactly(new Batch(CITIZENS, FEW));
		assertThat(this.ballots.counters(this.cycle.id())).isEqualTo(new Counters(ALL, 0, ALL, ALL, ALL, 0, 100, 0));
	}

	/**
	 * Whoever takes all but one of a group away reads the last one's answers off the log,
	 * and puts the others back for the next turn.
	 */
	@Test
	void sealsNobodyWhoseCompanyIsWithheld() {
		Sealer strict = new Sealer(this.waitingBallots, this.sealed, this.logs, this.accepted, 0);
		List<String> taken = this.jdbc.queryForList("select encode(mark, 'hex') from ballot_waiting limit 3",
				String.class);
		String away = " where encode(mark, 'hex') in ('" + String.join("', '", taken) + "')";
		this.jdbc.update("delete from ballot_waiting" + away);
		assertThatExceptionOfType(BallotsMissing.class).isThrownBy(() -> sealAll(strict));
		this.jdbc.update("delete from ballot_right where right_hash in (select right_hash from ballot_right limit 3)");
		assertThatExceptionOfType(BallotsMissing.class).as("with their rights").isThrownBy(() -> sealAll(strict));
		assertThat(this.ballots.counters(this.cycle.id()).ballots()).isZero();
		this.jdbc.update("insert into ballot_waiting select * from kept" + away);
		sealAll(strict);
		assertThat(this.ballots.counters(this.cycle.id()).ballots()).isEqualTo(ALL);
	}

	/** The control, and the way out where they cannot be found. */
	@Test
	void sealsTheOthersWhereTheMissingAreGivenUp() {
		this.jdbc.update("delete from ballot_waiting where mark in (select mark from ballot_waiting limit 3)");
		sealAll(new Sealer(this.waitingBallots, this.sealed, this.logs, this.accepted, 3));
		assertThat(this.ballots.counters(this.cycle.id()).ballots()).isEqualTo(ALL - 3);
	}

	private void sealAll(Sealer sealer) {
		this.transactions.executeWithoutResult((status) -> sealer.sealAll(this.cycle.id()));
	}

	@Test
	void plansAnewWhenWhatWaitsWasEncryptedAnewMeanwhile() {
		int key = this.keys.current().number();
		seal(() -> this.retirement.postpone(this.cycle.id(), key), () -> {
		}).run(this.cycle.id());
		assertThat(batches()).hasSize(4);
		assertThat(this.ballots.counters(this.cycle.id())).isEqualTo(SEALED_ONCE);
	}

	@Test
	void keepsNobodyFromTheTrailWhileABatchIsSealed() {
		AtomicInteger batches = new AtomicInteger();
		seal(() -> {
		}, () -> {
			batches.incrementAndGet();
			assertThat(mayRecord()).isTrue();
		}).run(this.cycle.id());
		assertThat(batches).hasValue(3);
		this.transactions.executeWithoutResult((status) -> {
			this.audit.record("unit.registered", "unit:SWJ", "");
			assertThat(mayRecord()).as("the control: whoever holds it longer is noticed").isFalse();
		});
	}

	private boolean mayRecord() {
		return CompletableFuture.supplyAsync(() -> this.transactions.execute((status) -> {
			this.connection.sql("set local lock_timeout = '200ms'").update();
			try {
				this.audit.record("unit.registered", "unit:SWJ", "");
				return true;
			}
			catch (DataAccessException ex) {
				status.setRollbackOnly();
				return false;
			}
		})).join();
	}

	@Test
	void takesNoBallotsWhileItSeals() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> vote("ONLINE", 1))
			.extracting(Refusal::key)
			.isEqualTo("cycle.notOpen");
		assertThat(this.ballots.counters(this.cycle.id()).rights()).isEqualTo(ALL);
	}

	@Test
	void refusesWhatNeedsAClosedYearUntilAllIsSealed() {
		long id = this.cycle.id();
		refused(() -> As.office(() -> this.results.count(id)));
		refused(() -> As.office(() -> this.results.draft(id)));
		refused(() -> As.office(() -> this.ballots.tallies(id)));
		refused(() -> As.office(() -> this.ballots.opinions(id, this.units.waterBureau().id())));
		refused(() -> As.as("auditor1", () -> this.ballots.auditFiles(id), "ROLE_AUDITOR"));
		this.cycles.finishClosing(this.cycle);
		assertThat(As.office(() -> this.ballots.tallies(id))).isNotEmpty();
		assertThat(As.office(() -> this.results.count(id)).number()).isEqualTo(1);
	}

	private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act).extracting(Refusal::key).isEqualTo("cycle.closing");
	}

	@Test
	void showsHowManyWaitUntilItIsClosed() {
		assertThat(this.mvc.get().uri("/desk/cycles/2026").with(user("office1").roles("OFFICE"))).hasStatusOk()
			.satisfies((page) -> assertThat(page).model().containsEntry("closing", new ClosingProgress(ALL, ALL)))
			.bodyText()
			.contains("hx-trigger=\"every 2s\"", "max=\"" + ALL + "\"", "value=\"0\"");
		this.cycles.finishClosing(this.cycle);
		assertThat(this.mvc.get().uri("/desk/cycles/2026").with(user("office1").roles("OFFICE"))).hasStatusOk()
			.bodyText()
			.doesNotContain("hx-trigger");
	}

	/** A seal with small batches, and with what happens in the transaction of each. */
	private ClosingSeal seal(Runnable before, Runnable after) {
		Sealer watched = mock(Sealer.class, delegatesTo(this.sealer));
		willAnswer((call) -> {
			before.run();
			this.transactions.executeWithoutResult((status) -> {
				this.sealer.sealBatch(call.getArgument(0), call.getArgument(1), call.getArgument(2));
				after.run();
			});
			return null;
		}).given(watched).sealBatch(anyLong(), anyList(), anySet());
		return new ClosingSeal(watched, this.waiting, this.sealed, SIZE);
	}

	/** What was sealed together, in the order of the log. */
	private List<Batch> batches() {
		return this.jdbc.query("""
				select count(*) filter (where channel = 'ONLINE') as citizens,
					count(*) filter (where channel = 'WINDOW') as few
				from ballot_sealed group by xmin::text order by min(position)""",
				(row, number) -> new Batch(row.getLong("citizens"), row.getLong("few")));
	}

	private record Batch(long citizens, long few) {
	}

	/** As if the process had ended. */
	private static final class Killed extends RuntimeException {

	}

}

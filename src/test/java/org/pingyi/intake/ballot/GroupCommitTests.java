package org.pingyi.intake.ballot;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Outage;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.connection.StalledConnectionWatchdog;
import org.pingyi.intake.ballot.key.ReceiptHashes;
import org.pingyi.intake.ballot.key.RightKeys;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.storm.Until;

import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Sheets that are committed together do not suffer from one another, nor from a stop. */
@PingyiTest
@Timeout(60)
class GroupCommitTests {

	private static final int NEIGHBOURS = 40;

	private static final int STOPS = Integer.getInteger("storm.stops", 12);

	private static final int RACES = Integer.getInteger("storm.races", 6);

	/** One for each writer. */
	private static final int PLUGS = 2;

	private final BallotInsertImpl inserts;

	private final EncryptedBallots encryption;

	private final OpinionDecoys decoys;

	private final Clock clock;

	private final DataSource source;

	private final PlatformTransactionManager transactions;

	private final RightKeys rights;

	private final ReceiptHashes receipts;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final Ballots ballots;

	private final JdbcTemplate jdbc;

	/** For what only the owner or a superuser does to tables. */
	private final JdbcTemplate superuser;

	private final List<Thread> running = new CopyOnWriteArrayList<>();

	private Cycle cycle;

	GroupCommitTests(BallotInsertImpl inserts, EncryptedBallots encryption, OpinionDecoys decoys, Clock clock,
			DataSource source, PlatformTransactionManager transactions, RightKeys rights, ReceiptHashes receipts,
			BallotSamples samples, CycleSamples cycles, UnitSamples units, Ballots ballots, JdbcTemplate jdbc,
			Superuser superuser) {
		this.inserts = inserts;
		this.encryption = encryption;
		this.decoys = decoys;
		this.clock = clock;
		this.source = source;
		this.transactions = transactions;
		this.rights = rights;
		this.receipts = receipts;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.ballots = ballots;
		this.jdbc = jdbc;
		this.superuser = superuser.jdbc();
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	@Test
	void takesTheNeighboursOfASheetThatTheDatabaseRefuses() throws Exception {
		refuseInDatabase("phone:poison");
		try {
			List<Future<List<SignedBallot>>> answers = together(
					Stream.concat(neighbours(), Stream.of(sheet("phone:poison"))));
			assertThat(answers.subList(0, NEIGHBOURS)).allSatisfy((answer) -> assertThat(answer.get()).isEmpty());
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(answers.getLast()::get)
				.withMessageContaining("poison");
		}
		finally {
			this.superuser.execute("drop function poison() cascade");
		}
		assertThat(waiting()).isEqualTo(PLUGS + NEIGHBOURS);
	}

	@Test
	void takesTheNeighboursOfASheetOfWhichAPartWasRatedBefore() throws Exception {
		this.ballots.submit(this.samples.submission(this.cycle.id(), "ONLINE", water(), "phone:torn", 1));
		List<SignedBallot> torn = List.of(signed(water(), "phone:torn"),
				signed(this.units.taxOffice().id(), "phone:torn"));
		List<Future<List<SignedBallot>>> answers = together(Stream.concat(neighbours(), Stream.of(torn)));
		assertThat(answers.subList(0, NEIGHBOURS)).allSatisfy((answer) -> assertThat(answer.get()).isEmpty());
		assertThat(answers.getLast().get()).containsExactly(torn.getFirst());
		assertThat(waiting()).isEqualTo(PLUGS + NEIGHBOURS + 1);
	}

	@Test
	void commitsOneOfManySheetsUnderOneRightInABatch() throws Exception {
		List<Future<List<SignedBallot>>> answers = together(
				Stream.of("phone:a", "phone:b", "phone:a", "phone:a").map(this::sheet));
		assertThat(answers).extracting((answer) -> answer.get().size()).containsExactlyInAnyOrder(0, 0, 1, 1);
		assertThat(waiting()).isEqualTo(PLUGS + 2);
	}

	@Test
	void knowsARushWhileManyWait() throws Exception {
		GroupCommit commits = started();
		try (ExecutorService threads = threads()) {
			CountDownLatch release = holdPhase(threads);
			submit(threads, commits, Stream.of(sheet("phone:first")));
			awaitAllWaiting();
			assertThat(commits.isRushed()).isFalse();
			submit(threads, commits, neighbours());
			awaitAllWaiting();
			assertThat(commits.isRushed()).isTrue();
			release.countDown();
		}
		assertThat(commits.isRushed()).isFalse();
		commits.stop();
	}

	@Test
	void writesWhatWaitsBeforeItStops() throws Exception {
		GroupCommit commits = started();
		try (ExecutorService threads = threads()) {
			CountDownLatch release = holdPhase(threads);
			List<Future<List<SignedBallot>>> answers = submit(threads, commits, neighbours());
			awaitAllWaiting();
			Future<?> stop = threads.submit(() -> commits.stop());
			awaitAllWaiting();
			release.countDown();
			stop.get(10, TimeUnit.SECONDS);
			assertThat(answers).allSatisfy((answer) -> assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty());
		}
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> commits.take(sheet("phone:late")))
			.extracting(Refusal::status)
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(waiting()).isEqualTo(NEIGHBOURS);
	}

	/** Each node has writers of its own: only the database keeps them apart. */
	@Test
	void letsARightThroughOnceOnTwoNodes() throws Exception {
		for (int round = 1; round <= RACES; round++) {
			assertThat(takenOnTwoNodes("round:" + round + ":")).isEqualTo(NEIGHBOURS);
			Counters counters = this.ballots.counters(this.cycle.id());
			assertThat(counters.rights()).isEqualTo((long) round * NEIGHBOURS);
			assertThat(counters.agree()).isTrue();
		}
	}

	/** The positive control: without the key of the rights both nodes take them all. */
	@Test
	void letsRightsThroughTwiceOnTwoNodesWithoutTheirKey() throws Exception {
		this.superuser.execute("alter table ballot_right drop constraint ballot_right_once");
		try {
			assertThat(takenOnTwoNodes("phone:")).isEqualTo(2L * NEIGHBOURS);
		}
		finally {
			this.superuser.execute("truncate ballot_right");
			this.superuser.execute(
					"alter table ballot_right add constraint ballot_right_once exclude using hash (right_hash with =)");
		}
	}

	/** Two forms under each right, one to each node; how many were taken. */
	private long takenOnTwoNodes(String rights) throws Exception {
		List<GroupCommit> nodes = List.of(started(), started());
		List<Future<List<SignedBallot>>> answers = new ArrayList<>();
		try (ExecutorService threads = threads()) {
			for (int right = 0; right < NEIGHBOURS; right++) {
				for (GroupCommit node : nodes) {
					answers.addAll(submit(threads, node, Stream.of(sheet(rights + right))));
				}
			}
		}
		finally {
			nodes.forEach(GroupCommit::stop);
		}
		return answers.stream().filter((answer) -> answer.resultNow().isEmpty()).count();
	}

	@Test
	void keepsNoOpinionOfAFormThatIsRefused() throws Exception {
		this.ballots.submit(saying("phone:a", "第一次写的"));
		List<Future<List<SignedBallot>>> answers = together(
				Stream.of(List.of(signed(saying("phone:a", "第二次写的"))), List.of(signed(saying("phone:b", "别人写的")))));
		assertThat(answers.getFirst().get()).hasSize(1);
		assertThat(answers.getLast().get()).isEmpty();
		assertThat(this.jdbc.query("select box from ballot_waiting_opinion",
				(row, number) -> this.encryption.opinion(row.getBytes(1)).orElseThrow().text()))
			.contains("第一次写的", "别人写的")
			.doesNotContain("第二次写的");
	}

	private Submission saying(String right, String opinion) {
		return this.samples.submission(this.cycle.id(), "ONLINE", water(), right, 1, opinion);
	}

	/** A pool gives up when whoever waits for a connection is interrupted. */
	@Test
	void writesWhatWaitsForAConnectionBeforeItStops() throws Exception {
		CountDownLatch connection = new CountDownLatch(1);
		GroupCommit commits = started(
				new BallotInsertImpl(new JdbcTemplate(new LateConnection(this.source, connection)), this.encryption,
						this.decoys, this.clock, new StalledConnectionWatchdog()));
		try (ExecutorService threads = threads()) {
			List<Future<List<SignedBallot>>> answers = submit(threads, commits, neighbours());
			awaitAllWaiting();
			Future<?> stop = threads.submit(() -> commits.stop());
			awaitAllWaiting();
			connection.countDown();
			stop.get(10, TimeUnit.SECONDS);
			assertThat(answers).allSatisfy((answer) -> assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty());
		}
		assertThat(waiting()).isEqualTo(NEIGHBOURS);
	}

	@Test
	void tellsWhoWaitsThatTheDatabaseIsSilentAndSettlesItByTheRetry() throws Exception {
		AtomicLong nanos = new AtomicLong();
		StalledConnectionWatchdog watchdog = new StalledConnectionWatchdog(nanos::get);
		GroupCommit commits = started(
				new BallotInsertImpl(this.jdbc, this.encryption, this.decoys, this.clock, watchdog));
		List<SignedBallot> sheet = sheet("phone:silent");
		try (ExecutorService threads = threads()) {
			CountDownLatch release = holdPhase(threads);
			List<Future<List<SignedBallot>>> answers = submit(threads, commits, Stream.of(sheet));
			Until.holds("a writer waits for the phase", () -> blocked() == 1);
			nanos.addAndGet(StalledConnectionWatchdog.PATIENCE.toNanos());
			watchdog.cutWhatIsSilent();
			assertThat(blocked()).isEqualTo(1);
			assertThat(answers.getFirst().isDone()).isFalse();
			nanos.incrementAndGet();
			watchdog.cutWhatIsSilent();
			assertThatExceptionOfType(ExecutionException.class)
				.isThrownBy(() -> answers.getFirst().get(10, TimeUnit.SECONDS))
				.matches(Outage::causes);
			release.countDown();
		}
		assertThat(commits.take(sheet).refused()).isEmpty();
		assertThat(commits.take(sheet("phone:next")).refused()).isEmpty();
		Until.holds("what was cut off has ended", () -> blocked() == 0);
		assertThat(waiting()).isEqualTo(2);
		commits.stop();
	}

	@Test
	void tellsWhoWaitsThatTheDatabaseIsSilentAboutTheCommit() throws Exception {
		AtomicLong nanos = new AtomicLong();
		StalledConnectionWatchdog watchdog = new StalledConnectionWatchdog(nanos::get);
		GroupCommit commits = started(
				new BallotInsertImpl(this.jdbc, this.encryption, this.decoys, this.clock, watchdog));
		List<SignedBallot> sheet = List.of(signed(water(), "phone:silent"),
				signed(this.units.taxOffice().id(), "phone:silent"));
		CountDownLatch release = new CountDownLatch(1);
		try (ExecutorService threads = threads()) {
			holdCommits(threads, release);
			List<Future<List<SignedBallot>>> answers = submit(threads, commits, Stream.of(sheet));
			Until.holds("the commit waits", () -> blocked() == 1);
			nanos.addAndGet(StalledConnectionWatchdog.PATIENCE.toNanos() + 1);
			watchdog.cutWhatIsSilent();
			assertThatExceptionOfType(ExecutionException.class)
				.isThrownBy(() -> answers.getFirst().get(10, TimeUnit.SECONDS))
				.matches(Outage::causes);
			release.countDown();
		}
		finally {
			release.countDown();
			this.superuser.execute("drop function held() cascade");
		}
		assertThat(commits.take(sheet).refused()).isEmpty();
		assertThat(waiting()).isEqualTo(2);
		commits.stop();
	}

	/** Keeps transactions with ballots from ending until it is released. */
	private void holdCommits(ExecutorService threads, CountDownLatch release) throws InterruptedException {
		this.superuser.execute("""
				create function held() returns trigger language plpgsql as $$ begin
					perform pg_advisory_xact_lock_shared(2027);
					return null;
				end $$""");
		this.superuser.execute("""
				create constraint trigger held after insert on ballot_right deferrable initially deferred
				for each row execute function held()""");
		CountDownLatch held = new CountDownLatch(1);
		threads.submit(() -> new TransactionTemplate(this.transactions).execute((status) -> {
			this.jdbc.queryForList("select pg_advisory_xact_lock(2027) is null");
			held.countDown();
			return await(release);
		}));
		held.await();
	}

	/** Gives connections from a moment on. */
	private static final class LateConnection extends DelegatingDataSource {

		private final CountDownLatch moment;

		LateConnection(DataSource source, CountDownLatch moment) {
			super(source);
			this.moment = moment;
		}

		@Override
		public Connection getConnection() throws SQLException {
			try {
				this.moment.await();
			}
			catch (InterruptedException ex) {
				throw new SQLException("Interrupted", ex);
			}
			return super.getConnection();
		}

	}

	/** A stop meets sheets that come in the same moment: each is taken or refused. */
	@Test
	void leavesNobodyWaitingWhenItStops() throws Exception {
		for (int round = 0; round < STOPS; round++) {
			GroupCommit commits = started();
			ExecutorService threads = threads();
			List<Future<List<SignedBallot>>> answers = submit(threads, commits, neighbours().limit(1 + round % 6));
			threads.submit(() -> commits.stop()).get(10, TimeUnit.SECONDS);
			threads.shutdown();
			assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).as("everybody is answered").isTrue();
			long taken = answers.stream().filter((answer) -> answer.state() == Future.State.SUCCESS).count();
			assertThat(waiting()).isEqualTo(taken);
			this.superuser.execute("truncate ballot_right, ballot_waiting, ballot_waiting_opinion");
		}
	}

	/** More often than there are writers: the control is that the next is written. */
	@Test
	void tellsWhoWaitsOfAnErrorAndGoesOnWriting() {
		AtomicInteger errors = new AtomicInteger(2 * PLUGS);
		GroupCommit commits = started(new BallotInsertImpl(this.jdbc, this.encryption, this.decoys, this.clock,
				new StalledConnectionWatchdog()) {

			@Override
			public WriteResult write(List<SignedBallot> ballots) {
				if (errors.getAndDecrement() > 0) {
					throw new StackOverflowError("of the test");
				}
				return super.write(ballots);
			}

		});
		assertThat(commits.health().getStatus()).isEqualTo(Status.UP);
		for (int sheet = 0; sheet < 2 * PLUGS; sheet++) {
			List<SignedBallot> failing = sheet("phone:" + sheet);
			assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> commits.take(failing))
				.withCauseInstanceOf(StackOverflowError.class);
			assertThat(commits.health().getStatus()).isEqualTo(Status.DOWN);
		}
		assertThat(commits.take(sheet("phone:0")).refused()).isEmpty();
		Until.holds("health follows", () -> commits.health().getStatus().equals(Status.UP));
		assertThat(waiting()).isEqualTo(1);
		commits.stop();
		assertThat(commits.health().getStatus()).isEqualTo(Status.UP);
	}

	/**
	 * All of them wait behind both writers, who wait for the phase, and so go together.
	 */
	private List<Future<List<SignedBallot>>> together(Stream<List<SignedBallot>> sheets) throws Exception {
		GroupCommit commits = started();
		try (ExecutorService threads = threads()) {
			CountDownLatch release = holdPhase(threads);
			for (int plug = 1; plug <= PLUGS; plug++) {
				int stopped = plug;
				submit(threads, commits, Stream.of(sheet("plug:" + plug)));
				Until.holds("a writer waits for the phase", () -> blocked() == stopped);
			}
			List<Future<List<SignedBallot>>> answers = submit(threads, commits, sheets);
			awaitAllWaiting();
			release.countDown();
			return answers;
		}
		finally {
			commits.stop();
		}
	}

	private GroupCommit started() {
		return started(this.inserts);
	}

	private GroupCommit started(BallotInsertImpl inserts) {
		GroupCommit commits = new GroupCommit(inserts, this.transactions);
		commits.start();
		return commits;
	}

	private ExecutorService threads() {
		this.running.clear();
		return Executors.newThreadPerTaskExecutor((task) -> {
			Thread thread = new Thread(task);
			this.running.add(thread);
			return thread;
		});
	}

	private List<Future<List<SignedBallot>>> submit(ExecutorService threads, GroupCommit commits,
			Stream<List<SignedBallot>> sheets) {
		return new ArrayList<>(sheets.map((sheet) -> threads.submit(() -> commits.take(sheet).refused())).toList());
	}

	/** Keeps ballots from being written until it is released. */
	private CountDownLatch holdPhase(ExecutorService threads) throws InterruptedException {
		CountDownLatch held = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		threads.submit(() -> new TransactionTemplate(this.transactions).execute((status) -> {
			this.jdbc.queryForList("select 1 from cycle_cycle for update");
			held.countDown();
			return await(release);
		}));
		held.await();
		return release;
	}

	private static boolean await(CountDownLatch latch) {
		try {
			latch.await();
			return true;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void awaitAllWaiting() {
		Until.holds("all wait",
				() -> this.running.stream().allMatch((thread) -> thread.getState() == Thread.State.WAITING));
	}

	private int blocked() {
		return this.jdbc.queryForList("select 1 from pg_locks where not granted").size();
	}

	/** A trigger stands for whatever the database may have against a row. */
	private void refuseInDatabase(String right) {
		this.superuser.execute("""
				create function poison() returns trigger language plpgsql as $$ begin
					if new.right_hash = '\\x%s' then raise exception 'poison'; end if;
					return new;
				end $$""".formatted(HexFormat.of().formatHex(signed(water(), right).right().array())));
		this.superuser
			.execute("create trigger poison before insert on ballot_right for each row execute function poison()");
	}

	private Stream<List<SignedBallot>> neighbours() {
		return IntStream.range(0, NEIGHBOURS).mapToObj((neighbour) -> sheet("phone:" + neighbour));
	}

	private List<SignedBallot> sheet(String right) {
		return List.of(signed(water(), right));
	}

	private SignedBallot signed(long unit, String right) {
		return signed(this.samples.submission(this.cycle.id(), "ONLINE", unit, right, 1));
	}

	private SignedBallot signed(Submission form) {
		return SignedBallot.of(form, PackedAnswers.of(List.of(1, 1, 1, 1, 1)),
				this.rights.of(form.cycle()).orElseThrow(), this.receipts, this.encryption);
	}

	private long water() {
		return this.units.waterBureau().id();
	}

	private long waiting() {
		return this.ballots.counters(this.cycle.id()).waiting();
	}

}

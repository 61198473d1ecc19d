package org.pingyi.intake.ballot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.key.ReceiptHashes;
import org.pingyi.intake.ballot.log.Checkpoint;
import org.pingyi.intake.ballot.log.ReceiptState;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.intake.ballot.tally.Participation;
import org.pingyi.intake.ballot.tally.SignalCount;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What the sealer moves and counts, and who may look when. */
@PingyiTest
class SealingTests {

	private final Ballots ballots;

	private final Sealer sealer;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	private final EncryptedBallots encryption;

	private final ReceiptHashes receipts;

	SealingTests(Ballots ballots, Sealer sealer, EncryptedBallots encryption, ReceiptHashes receipts,
			BallotSamples samples, CycleSamples cycles, UnitSamples units, Superuser superuser) {
		this.ballots = ballots;
		this.sealer = sealer;
		this.encryption = encryption;
		this.receipts = receipts;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = superuser.jdbc();
	}

	@Test
	void leavesNothingUnsealedAtTheClose() {
		Cycle cycle = this.cycles.opened();
		List<Receipt> receipts = vote(cycle, 7, 2);
		this.cycles.close(cycle);
		assertThat(rows("ballot_waiting")).isZero();
		assertThat(rows("ballot_waiting_opinion")).isZero();
		assertThat(rows("ballot_sealed")).isEqualTo(7);
		assertThat(receipts).allMatch((receipt) -> this.ballots.check(receipt.code()) == ReceiptState.SEALED);
	}

	@Test
	void sealsMoreThanAreInMemoryAtOnceInOneShuffleAtTheClose() throws Exception {
		Cycle cycle = this.cycles.opened();
		int more = Sealer.MOST + 4;
		Submission form = this.samples.submission(cycle.id(), "ONLINE", water(), 2);
		try (ExecutorService voters = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Receipt>> votes = IntStream.range(0, more)
				.mapToObj((voter) -> (Callable<Receipt>) () -> this.ballots.submit(of(form, "right:" + voter)))
				.toList();
			assertThat(voters.invokeAll(votes)).allMatch((vote) -> vote.state() == Future.State.SUCCESS);
		}
		this.cycles.close(cycle);
		assertThat(rows("ballot_waiting")).isZero();
		assertThat(rows("ballot_waiting_opinion")).isZero();
		assertThat(rows("ballot_sealed")).isEqualTo(more);
		assertThat(this.ballots.checkpoints(cycle.id())).extracting(Checkpoint::size)
			.filteredOn((size) -> size > 0) // acts are signed before there are ballots
			.containsOnly((long) more);
	}

	@Test
	void countsExactlyWhatWasSubmittedOverSeveralBatches() {
		Cycle cycle = this.cycles.opened();
		Map<String, Long> expected = new TreeMap<>();
		for (int batch = 0; batch < 3; batch++) {
			for (int code : new int[] { 1, 2, 2, 5, 9 }) {
				count(expected, "ONLINE", this.samples.submission(cycle.id(), "ONLINE", water(), code));
				count(expected, "WINDOW", this.samples.submission(cycle.id(), "WINDOW", water(), code));
				count(expected, "INSPECTION", this.samples.submission(cycle.id(), "INSPECTION", water(), code * 111));
			}
			this.sealer.sealAll(cycle.id());
		}
		this.cycles.close(cycle);
		assertThat(tallied(cycle)).isEqualTo(expected);
	}

	@Test
	void numbersTheSealedBallotsWithoutGapAcrossBatches() {
		Cycle cycle = this.cycles.opened();
		vote(cycle, 3, 1);
		this.sealer.sealAll(cycle.id());
		vote(cycle, 2, 1);
		assertThat(this.sealer.sealAll(cycle.id())).isEqualTo(2);
		assertThat(this.jdbc.queryForList("select position from ballot_sealed order by position", Long.class))
			.containsExactly(0L, 1L, 2L, 3L, 4L);
	}

	/** To know more of those that wait, each would have to be decrypted. */
	@Test
	void countsWhatWaitsAsOneNumber() {
		Cycle cycle = this.cycles.opened();
		vote(cycle, 4, 1);
		assertThat(this.ballots.participation(cycle.id())).isEmpty();
		assertThat(As.office(() -> this.ballots.signals(cycle.id()))).isEmpty();
		assertThat(this.ballots.waiting(cycle.id())).isEqualTo(4);
		this.sealer.sealAll(cycle.id());
		assertThat(this.ballots.participation(cycle.id()))
			.containsExactly(new Participation("ONLINE", water(), "citizen", 4));
		assertThat(As.office(() -> this.ballots.signals(cycle.id())))
			.containsExactly(new SignalCount("ONLINE", water(), 0, 4));
		assertThat(this.ballots.waiting(cycle.id())).isZero();
	}

	@Test
	void hidesTalliesAndOpinionsFromEverybodyUntilTheClose() {
		Cycle cycle = this.cycles.opened();
		this.ballots.submit(this.samples.submission(cycle.id(), "ONLINE", water(), "phone:a", 1, "窗口排队太久"));
		this.sealer.sealAll(cycle.id());
		for (String role : List.of("OFFICE", "AUDITOR")) {
			embargoed(() -> As.as("somebody", () -> this.ballots.tallies(cycle.id()), "ROLE_" + role));
			embargoed(() -> As.as("somebody", () -> this.ballots.opinions(cycle.id(), water()), "ROLE_" + role));
		}
		for (String role : List.of("SYSTEM_ADMIN", "SECURITY_ADMIN", "LIAISON", "INSPECTOR")) {
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> As.as("somebody", () -> this.ballots.tallies(cycle.id()), "ROLE_" + role));
		}
		this.cycles.close(cycle);
		assertThat(tallied(cycle)).isNotEmpty();
	}

	@Test
	void leavesATraceWhenOpinionsAreReadBeforePublication() {
		Cycle cycle = this.cycles.opened();
		this.ballots.submit(this.samples.submission(cycle.id(), "ONLINE", water(), "phone:a", 1, "窗口排队太久"));
		this.cycles.close(cycle);
		assertThat(As.office(() -> this.ballots.opinions(cycle.id(), water()))).singleElement()
			.satisfies((opinion) -> assertThat(opinion.text()).isEqualTo("窗口排队太久"))
			.satisfies((opinion) -> assertThat(opinion.mayForward()).isTrue());
		assertThat(this.jdbc.queryForList("select act from audit_entry", String.class)).contains("ballot.opinionsRead");
	}

	/** Ballots that waited before opinions were encrypted apart hold them. */
	@Test
	void sealsAnOpinionThatWaitsInTheBoxOfItsBallot() {
		Cycle cycle = this.cycles.opened();
		Receipt receipt = new Receipt("7K3M-9QWX-42BV-T8HD-6NRC");
		WaitingBallot before = new WaitingBallot("ONLINE", water(), "citizen", 0, PackedAnswers.of(List.of(1, 1, 1)),
				this.receipts.hash(receipt.bytes()), new WaitingOpinion("ONLINE", water(), "长".repeat(500), true));
		this.jdbc.update("insert into ballot_waiting (mark, cycle_id, box) values (?, ?, ?)",
				this.receipts.mark(this.receipts.hash(receipt.bytes())), cycle.id(), this.encryption.encrypt(before));
		this.ballots.submit(this.samples.submission(cycle.id(), "ONLINE", water(), "phone:a", 1, "窗口排队太久"));
		this.cycles.close(cycle);
		assertThat(As.office(() -> this.ballots.opinions(cycle.id(), water()))).extracting(WrittenOpinion::text)
			.containsExactlyInAnyOrder("窗口排队太久", "长".repeat(500));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "set_byte(box, 100, 255 - get_byte(box, 100))", "substr(box, 1, 20)", "substr(box, 1, 5)" })
	void keepsWhatWasAlteredAndSealsEverythingElse(String altered) {
		Cycle cycle = this.cycles.opened();
		List<Receipt> receipts = vote(cycle, 7, 2);
		List<String> boxes = List.of(alterOne("ballot_waiting", altered), alterOne("ballot_waiting_opinion", altered));
		assertThat(this.ballots.counters(cycle.id()).agree()).isTrue();
		this.cycles.close(cycle);
		assertThat(this.ballots.participation(cycle.id())).extracting(Participation::ballots).containsExactly(6L);
		assertThat(receipts).extracting((receipt) -> this.ballots.check(receipt.code()))
			.containsOnlyOnce(ReceiptState.ALTERED)
			.containsOnly(ReceiptState.ALTERED, ReceiptState.SEALED);
		assertThat(this.ballots.counters(cycle.id())).isEqualTo(new Counters(7, 0, 6, 6, 6, 0, 2, 0))
			.matches((counters) -> !counters.agree());
		assertThat(this.jdbc.queryForList("select encode(box, 'hex') from ballot_altered", String.class))
			.containsExactlyInAnyOrderElementsOf(boxes);
	}

	/**
	 * Changes what lies in some box, as somebody with the database in their hands might.
	 */
	private String alterOne(String table, String altered) {
		return this.jdbc.queryForObject(
				"update %s set box = %s where ctid = (select min(ctid) from %1$s) returning encode(box, 'hex')"
					.formatted(table, altered),
				String.class);
	}

	@Test
	void sealsABallotOnceThatSomebodyDoubledOrPutBack() {
		Cycle cycle = this.cycles.opened();
		vote(cycle, 3, 2);
		this.jdbc.execute("create table kept as select * from ballot_waiting");
		this.jdbc.execute("insert into ballot_waiting select * from kept limit 1");
		this.sealer.sealAll(cycle.id());
		this.jdbc.execute("insert into ballot_waiting select * from kept limit 1");
		this.jdbc.execute("drop table kept");
		this.cycles.close(cycle);
		assertThat(this.ballots.counters(cycle.id())).isEqualTo(new Counters(3, 0, 3, 3, 3, 0, 2, 0))
			.matches((counters) -> !counters.agree());
	}

	/** Without the copies those who have company go: the control. */
	@Test
	void countsNoCopyForCompany() {
		Cycle cycle = this.cycles.opened();
		vote(cycle, 80, 2);
		this.jdbc.execute("create table kept as select * from ballot_waiting");
		this.jdbc.execute("insert into ballot_waiting select one.* from (select * from kept limit 1) as one,"
				+ " generate_series(1, 2000)");
		assertSealsNone(cycle, 2080);
		this.jdbc.execute("delete from ballot_waiting");
		this.jdbc.execute("insert into ballot_waiting select * from kept");
		assertThat(this.sealer.sealSome(cycle.id(), 1)).isEqualTo(50);
		assertThat(this.ballots.counters(cycle.id()).ballots()).isEqualTo(30);
		this.jdbc.execute("insert into ballot_waiting select * from kept where mark not in"
				+ " (select mark from ballot_waiting)");
		this.jdbc.execute("drop table kept");
		assertSealsNone(cycle, 80);
	}

	private void assertSealsNone(Cycle cycle, long waiting) {
		long sealed = this.ballots.counters(cycle.id()).ballots();
		assertThatIllegalStateException().isThrownBy(() -> this.sealer.sealSome(cycle.id(), 1));
		assertThat(this.ballots.counters(cycle.id())).matches((counters) -> counters.ballots() == sealed)
			.matches((counters) -> counters.waiting() == waiting);
	}

	/** The copy that comes first must not be taken for the ballot of its row. */
	@Test
	void keepsTheBoxOfAnotherApart() {
		Cycle cycle = this.cycles.opened();
		List<Receipt> receipts = vote(cycle, 3, 2);
		this.jdbc.execute("""
				update ballot_waiting set box = (select box from ballot_waiting order by ctid desc limit 1)
				where ctid = (select min(ctid) from ballot_waiting)""");
		this.cycles.close(cycle);
		assertThat(receipts).extracting((receipt) -> this.ballots.check(receipt.code()))
			.containsExactlyInAnyOrder(ReceiptState.ALTERED, ReceiptState.SEALED, ReceiptState.SEALED);
	}

	private static Submission of(Submission form, String right) {
		return new Submission(form.cycle(), form.channel(), form.unit(), form.raterClass(), right,
				form.idempotencyKey(), form.answers(), form.opinion(), form.mayForward(), form.signals());
	}

	private void embargoed(org.assertj.core.api.ThrowableAssert.ThrowingCallable look) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(look).extracting(Refusal::key).isEqualTo("cycle.embargo");
	}

	private void count(Map<String, Long> expected, String channel, Submission form) {
		this.ballots.submit(form);
		expected.merge(channel + "/0/0", 1L, Long::sum);
		form.answers()
			.forEach((item, code) -> expected.merge(channel + "/" + Integer.parseInt(item.substring(1)) + "/" + code,
					1L, Long::sum));
	}

	private Map<String, Long> tallied(Cycle cycle) {
		Map<String, Long> tallied = new TreeMap<>();
		As.office(() -> this.ballots.tallies(cycle.id()))
			.forEach((tally) -> tallied.put(tally.channel() + "/" + tally.item() + "/" + tally.code(), tally.count()));
		return tallied;
	}

	private List<Receipt> vote(Cycle cycle, int number, int code) {
		return this.samples.vote(cycle.id(), "ONLINE", water(), number, code);
	}

	private long water() {
		return this.units.waterBureau().id();
	}

	private long rows(String table) {
		Long rows = this.jdbc.queryForObject("select count(*) from " + table, Long.class);
		return (rows != null) ? rows : -1;
	}

}

package org.pingyi.intake.ballot;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.pingyi.PingyiTest;
import org.pingyi.base.audit.Audit;
import org.pingyi.intake.ballot.WaitingRows.Kind;
import org.pingyi.intake.ballot.WaitingRows.Row;
import org.pingyi.intake.ballot.key.ReceiptHashes;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.rules.cycle.Closings;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the close of a year takes in which many ballots wait, and whom it holds up; it
 * asserts on no time: {@code ./mvnw test -Dtest=ClosingSpeedTests
 * -Dclosing.ballots=100000}.
 */
@PingyiTest
@EnabledIfSystemProperty(named = "closing.ballots", matches = "\\d+")
class ClosingSpeedTests {

	private static final int BALLOTS = Integer.getInteger("closing.ballots", 0);

	private static final int UNITS = 100;

	private static final int AT_ONCE = 10_000;

	private static final List<String> CLASSES = List.of("citizen", "enterprise", "delegate");

	private final WaitingBallotRepository waiting;

	private final EncryptedBallots encryption;

	private final ReceiptHashes receipts;

	private final Ballots ballots;

	private final Closings closings;

	private final CycleSamples cycles;

	private final Audit audit;

	private final TransactionTemplate transactions;

	private final Random random = new Random(15);

	ClosingSpeedTests(WaitingBallotRepository waiting, EncryptedBallots encryption, ReceiptHashes receipts,
			Ballots ballots, Closings closings, CycleSamples cycles, Audit audit, TransactionTemplate transactions) {
		this.waiting = waiting;
		this.encryption = encryption;
		this.receipts = receipts;
		this.ballots = ballots;
		this.closings = closings;
		this.cycles = cycles;
		this.audit = audit;
		this.transactions = transactions;
	}

	@Test
	void sealsEverythingAndHoldsNobodyUp() {
		Cycle cycle = this.cycles.opened();
		for (int from = 0; from < BALLOTS; from += AT_ONCE) {
			insert(cycle.id(), Math.min(AT_ONCE, BALLOTS - from));
		}
		AtomicBoolean sealing = new AtomicBoolean(true);
		CompletableFuture<Long> longest = CompletableFuture.supplyAsync(() -> longestAct(sealing));
		long start = System.nanoTime();
		this.cycles.beginClosing(cycle);
		long begun = System.nanoTime();
		this.closings.finish(cycle.id());
		long end = System.nanoTime();
		sealing.set(false);
		System.out.printf(
				"%d ballots: step one %d ms, step two %d ms, longest act of others %d ms, most memory %d MB%n", BALLOTS,
				millis(begun - start), millis(end - begun), millis(longest.join()), peak());
		assertThat(this.ballots.counters(cycle.id())).isEqualTo(new Counters(0, 0, BALLOTS, BALLOTS, BALLOTS, 0, 0, 0));
	}

	private void insert(long cycle, int number) {
		List<Row> rows = new ArrayList<>();
		List<byte[]> opinions = new ArrayList<>();
		for (int ballot = 0; ballot < number; ballot++) {
			byte[] hash = new byte[Receipt.HASH];
			this.random.nextBytes(hash);
			rows.add(new Row(this.receipts.mark(hash), this.encryption.encrypt(ballot(hash))));
			if (ballot % 5 == 0) {
				opinions.add(this.encryption.encrypt(opinion(ballot)));
			}
		}
		this.transactions.executeWithoutResult((status) -> {
			this.waiting.carry(Kind.BALLOT, cycle, rows);
			this.waiting.postpone(Kind.OPINION, cycle, opinions);
		});
	}

	private WaitingBallot ballot(byte[] hash) {
		PackedAnswers answers = PackedAnswers.of(this.random.ints(10, 1, 6).boxed().toList());
		return new WaitingBallot("ONLINE", 1 + this.random.nextInt(UNITS), CLASSES.get(this.random.nextInt(3)),
				(this.random.nextInt(50) == 0) ? 1 : 0, answers, hash, WaitingOpinion.NONE);
	}

	private WaitingOpinion opinion(int ballot) {
		return (ballot % 15 == 0) ? new WaitingOpinion("ONLINE", 1 + this.random.nextInt(UNITS), "窗口排队太久，希望增加人手。", true)
				: WaitingOpinion.NONE;
	}

	/** What somebody else waits at most who does something that is in the trail. */
	private long longestAct(AtomicBoolean sealing) {
		long longest = 0;
		while (sealing.get()) {
			long start = System.nanoTime();
			this.transactions.executeWithoutResult((status) -> this.audit.record("unit.registered", "unit:SWJ", ""));
			longest = Math.max(longest, System.nanoTime() - start);
			LockSupport.parkNanos(20_000_000);
		}
		return longest;
	}

	private static long millis(long nanos) {
		return nanos / 1_000_000;
	}

	private static long peak() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == java.lang.management.MemoryType.HEAP)
			.map(MemoryPoolMXBean::getPeakUsage)
			.mapToLong((usage) -> usage.getUsed() >> 20)
			.sum();
	}

}

package org.pingyi.intake.ballot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.key.ReceiptHashes;
import org.pingyi.intake.ballot.key.RightKeys;
import org.pingyi.intake.ballot.log.AcceptedCounts;
import org.pingyi.intake.ballot.log.Logs;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A full dump, even one before and one after the seal, links no voter to a ballot: no
 * order that is seen beside rights (time of coming, place on disk, transaction, keys)
 * goes with one that is seen beside answers, receipts or opinions. The write-ahead log is
 * no part of a dump and is not looked at.
 * <p>
 * Spearman's correlation is taken inside each batch and its mean over four batches of
 * 3,000 held to 0.05. By chance alone the mean has a standard deviation of 1/sqrt(4 x
 * 2,999) = 0.0091: chance passes 0.05 less than once in ten million.
 */
@PingyiTest
class DumpTests {

	private static final double BOUND = 0.05;

	private static final int BATCHES = 4;

	private static final int VOTERS = 3000;

	private static final int CONNECTIONS = 64;

	private static final int LEVELS = 5;

	private static final int ITEMS = 5;

	private final Ballots ballots;

	private final RightKeys rights;

	private final ReceiptHashes receipts;

	private final Sealer sealer;

	private final EncryptedBallots encryption;

	private final WaitingBallots waiting;

	private final SealedBallotRepository sealed;

	private final Logs logs;

	private final AcceptedCounts accepted;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	private long cycle;

	private long unit;

	DumpTests(Ballots ballots, RightKeys rights, ReceiptHashes receipts, Sealer sealer, EncryptedBallots encryption,
			WaitingBallots waiting, SealedBallotRepository sealed, Logs logs, AcceptedCounts accepted,
			BallotSamples samples, CycleSamples cycles, UnitSamples units, Superuser superuser,
			TransactionTemplate transactions) {
		this.ballots = ballots;
		this.rights = rights;
		this.receipts = receipts;
		this.sealer = sealer;
		this.encryption = encryption;
		this.waiting = waiting;
		this.sealed = sealed;
		this.logs = logs;
		this.accepted = accepted;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = superuser.jdbc();
		this.transactions = transactions;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened().id();
		this.unit = this.units.waterBureau().id();
	}

	@Test
	void linksNoVoterToABallotByAnyOrder() throws Exception {
		long trail = trail();
		List<Map<String, Double>> batches = new ArrayList<>();
		for (int batch = 0; batch < BATCHES; batch++) {
			batches.add(batch(this.sealer, VOTERS));
		}
		Map<String, Double> mean = mean(batches);
		assertThat(mean).containsKeys("coming ~ sealed.position", "right.place ~ receipt.place",
				"waiting.size ~ opinion.size", "said.place ~ opinion.place", "said.place ~ sealed.position");
		mean.values().removeIf((rho) -> Math.abs(rho) <= BOUND);
		assertThat(mean).as("orders that go together").isEmpty();
		assertThat(trail()).as("Nothing about votes or seals is in the trail").isEqualTo(trail);
	}

	/** The positive control: ballots that keep their order of coming are found out. */
	@Test
	void findsTheLinkWhenBallotsKeepTheirOrder() throws Exception {
		Map<String, Double> found = batch(new InOrder(), 500);
		assertThat(found.get("coming ~ sealed.position")).isGreaterThan(0.99);
		assertThat(found.get("right.place ~ sealed.place")).isGreaterThan(0.5);
		assertThat(found.get("right.transaction ~ receipt.position")).isGreaterThan(0.5);
	}

	/** The same for boxes: their length would tell who wrote how much. */
	@Test
	void locksEveryOpinionIntoABoxOfOneLength() throws Exception {
		vote("phone:short", 0);
		vote("phone:long", 7);
		this.ballots
			.submit(this.samples.submission(this.cycle, "ONLINE", this.unit, "phone:longest", 1, "长".repeat(500)));
		this.ballots.submit(this.samples.submission(this.cycle, "ONLINE", this.unit, "phone:silent", 1));
		for (String table : List.of("ballot_waiting", "ballot_waiting_opinion")) {
			assertThat(this.jdbc.queryForList("select distinct length(box) from " + table, Integer.class)).hasSize(1);
			assertThat(this.jdbc.queryForObject("select count(*) from " + table, Long.class)).isEqualTo(4);
		}
	}

	/**
	 * A sealer that puts ballots back into the order of their coming, which the planted
	 * answers tell.
	 */
	private final class InOrder extends Sealer {

		InOrder() {
			super(DumpTests.this.waiting, DumpTests.this.sealed, DumpTests.this.logs, DumpTests.this.accepted,
					Long.MAX_VALUE);
		}

		@Override
		<T> void shuffle(List<T> batch) {
			batch.sort(Comparator.comparingLong(this::coming));
		}

		/** Receipts come in the order of the ballots. */
		private long coming(Object one) {
			return (one instanceof WaitingBallot ballot) ? ballot.answers().a1() : 0;
		}

	}

	private Map<String, Double> batch(Sealer sealer, int voters) throws Exception {
		// Answers and opinions are planted anew in each batch.
		this.jdbc.execute("truncate ballot_sealed, ballot_receipt, ballot_opinion, ballot_node, ballot_checkpoint");
		List<Dump.Sent> sent = vote(voters);
		Dump dump = new Dump(this.jdbc, this.encryption, sent).beforeTheSeal();
		this.transactions.executeWithoutResult((status) -> sealer.sealAll(this.cycle));
		return dump.afterTheSeal().correlations();
	}

	private List<Dump.Sent> vote(int voters) throws Exception {
		List<Future<Dump.Sent>> sent = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
			for (int voter = 0; voter < voters; voter++) {
				int number = voter;
				sent.add(threads.submit(() -> vote("phone:" + System.nanoTime() + number, number)));
			}
		}
		List<Dump.Sent> all = new ArrayList<>();
		for (Future<Dump.Sent> each : sent) {
			all.add(each.get());
		}
		return all;
	}

	/** Answers and opinion that nobody else has in the batch; the length of it varies. */
	private Dump.Sent vote(String right, int voter) {
		String opinion = "%09d ".formatted(voter) + "意见".repeat(voter * 31 % 245);
		Map<String, Integer> answers = new LinkedHashMap<>();
		List<Integer> codes = new ArrayList<>();
		for (int item = 0, rest = voter; item < ITEMS; item++, rest /= LEVELS) {
			codes.add(1 + rest % LEVELS);
			answers.put("o0" + (item + 1), 1 + rest % LEVELS);
		}
		Submission blank = this.samples.submission(this.cycle, "ONLINE", this.unit, right, 1, opinion);
		Submission form = new Submission(blank.cycle(), blank.channel(), blank.unit(), blank.raterClass(), right,
				blank.idempotencyKey(), answers, opinion, true);
		this.ballots.submit(form);
		PackedAnswers packed = PackedAnswers.of(codes);
		SignedBallot signed = SignedBallot.of(form, packed, this.rights.of(this.cycle).orElseThrow(), this.receipts,
				this.encryption);
		HexFormat hex = HexFormat.of();
		return new Dump.Sent(hex.formatHex(signed.right().array()), hex.formatHex(signed.mark()),
				hex.formatHex(this.receipts.hash(signed.receipt().bytes())), packed.a1(), opinion.strip());
	}

	private static Map<String, Double> mean(List<Map<String, Double>> batches) {
		Map<String, Double> mean = new LinkedHashMap<>();
		batches.forEach((batch) -> batch.forEach((orders, rho) -> mean.merge(orders, rho / BATCHES, Double::sum)));
		return mean;
	}

	private long trail() {
		Long entries = this.jdbc.queryForObject("select count(*) from audit_entry", Long.class);
		return (entries != null) ? entries : -1;
	}

}

package org.pingyi.intake.ballot.log;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.RankCorrelation;
import org.pingyi.intake.ballot.Receipt;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scoring.Item;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.tuple;

/** Every receipt can be proved against a signed state that others keep. */
@PingyiTest
class LogTests {

	private static final int BALLOTS = 200;

	private static final int LEVELS = 5;

	private static final int TELLING = 4;

	/** Five standard deviations of the correlation of 200 pairs in no order. */
	private static final double CHANCE = 0.36;

	private final Ballots ballots;

	private final BallotForms forms;

	private final Merkle merkle;

	private final CheckpointRepository checkpoints;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	LogTests(Ballots ballots, BallotForms forms, Merkle merkle, CheckpointRepository checkpoints, BallotSamples samples,
			CycleSamples cycles, UnitSamples units, Superuser superuser) {
		this.ballots = ballots;
		this.forms = forms;
		this.merkle = merkle;
		this.checkpoints = checkpoints;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = superuser.jdbc();
	}

	@Test
	void provesEveryReceiptAgainstTheNewestSignedState() {
		Cycle cycle = this.cycles.opened();
		List<Receipt> first = vote(cycle, 5);
		this.samples.seal(cycle.id());
		List<Receipt> second = vote(cycle, 8);
		assertThat(this.ballots.proof(second.getFirst().code())).isEmpty();
		this.samples.seal(cycle.id());
		for (Receipt receipt : java.util.stream.Stream.concat(first.stream(), second.stream()).toList()) {
			Proof proof = this.ballots.proof(receipt.code()).orElseThrow();
			assertThat(proof.leaf()).isEqualTo(this.merkle.leaf(this.samples.receiptHash(receipt.code())));
			assertThat(proof.checkpoint().size()).isEqualTo(13);
			assertThat(climbed(proof)).isEqualTo(proof.checkpoint().receiptsRoot());
			assertThat(isSigned(proof)).isTrue();
		}
	}

	@Test
	void signsEachBatchOnce() {
		Cycle cycle = this.cycles.opened();
		vote(cycle, 3);
		this.samples.seal(cycle.id());
		this.samples.seal(cycle.id());
		vote(cycle, 4);
		this.cycles.close(cycle);
		assertThat(this.ballots.checkpoints(cycle.id())).extracting(Checkpoint::size, Checkpoint::acts)
			.containsExactly(tuple(0L, 1L), tuple(3L, 1L), tuple(3L, 2L), tuple(3L, 3L), tuple(3L, 4L), tuple(7L, 4L),
					tuple(7L, 5L));
		assertThat(this.ballots.counters(cycle.id())).isEqualTo(new Counters(7, 0, 7, 7, 7, 0, 0, 0))
			.satisfies((counters) -> assertThat(counters.agree()).isTrue());
	}

	@Test
	void ordersReceiptsAndBallotsApart() {
		assertThat(Math.abs(placesOfReceiptsAndBallots(this.samples::seal))).isLessThan(CHANCE);
		assertThat(this.jdbc.queryForList(
				"select column_name from information_schema.columns where table_name = 'ballot_sealed'", String.class))
			.doesNotContain("receipt_hash");
	}

	/** The control: without a shuffle, receipts lie in the order of their ballots. */
	@Test
	void noticesReceiptsInTheOrderOfTheirBallots() {
		assertThat(placesOfReceiptsAndBallots(this.samples::sealInOrder)).isGreaterThan(0.9);
	}

	/** The correlation of both places over ballots that each answer something else. */
	private double placesOfReceiptsAndBallots(LongConsumer seal) {
		Cycle cycle = this.cycles.opened();
		Map<Integer, String> receipts = new HashMap<>();
		for (int ballot = 0; ballot < BALLOTS; ballot++) {
			receipts.put(ballot, this.ballots.submit(unlikeAll(cycle, ballot)).code());
		}
		assertThat(this.ballots.counters(cycle.id())).isEqualTo(new Counters(BALLOTS, BALLOTS, 0, 0, 0, 0, 0, 0));
		seal.accept(cycle.id());
		List<Long> ofBallots = new ArrayList<>();
		List<Long> ofReceipts = new ArrayList<>();
		this.jdbc.query("select position, a1 from ballot_sealed", (row) -> {
			ofBallots.add(row.getLong("position"));
			ofReceipts.add(place(receipts.get(ballot(row.getLong("a1")))));
		});
		assertThat(ofBallots).hasSize(BALLOTS);
		return RankCorrelation.of(ofBallots, ofReceipts);
	}

	private long place(@Nullable String receipt) {
		return Objects
			.requireNonNull(this.jdbc.queryForObject("select position from ballot_receipt where receipt_hash = ?",
					Long.class, (Object) this.samples.receiptHash(Objects.requireNonNull(receipt))));
	}

	private Submission unlikeAll(Cycle cycle, int ballot) {
		Submission alike = this.samples.submission(cycle.id(), "ONLINE", this.units.waterBureau().id(),
				"phone:" + ballot, 1);
		Map<String, Integer> answers = new HashMap<>(alike.answers());
		List<Item> items = this.forms.of(cycle.id(), "ONLINE").questionnaire().items();
		for (int item = 0; item < TELLING; item++) {
			answers.put(items.get(item).code(), level(ballot, item));
		}
		return new Submission(alike.cycle(), alike.channel(), alike.unit(), alike.raterClass(), alike.right(),
				alike.idempotencyKey(), answers, alike.opinion(), alike.mayForward());
	}

	/** Five levels to four items tell 625 ballots apart. */
	private static int level(int ballot, int item) {
		return 1 + ballot / (int) Math.pow(LEVELS, item) % LEVELS;
	}

	/**
	 * The number of a ballot by its answers as they are stored: ten bits each, plus one.
	 */
	private static int ballot(long packed) {
		int ballot = 0;
		for (int item = TELLING - 1; item >= 0; item--) {
			ballot = ballot * LEVELS + (int) (packed >> (item * 10) & 1023) - 2;
		}
		return ballot;
	}

	@Test
	void refusesADatabaseThatWasSetBack(@TempDir Path folder) {
		Cycle cycle = this.cycles.opened();
		CheckpointFile file = new CheckpointFile(folder.resolve("kept/checkpoints").toString());
		LogGuard guard = new LogGuard(file, this.checkpoints);
		guard.afterSingletonsInstantiated();
		vote(cycle, 3);
		this.samples.seal(cycle.id());
		this.ballots.checkpoints(cycle.id()).forEach(file::append);
		assertThatNoException().isThrownBy(guard::afterSingletonsInstantiated);
		assertThat(guard.holds(cycle.id())).isTrue();
		this.jdbc.update("delete from ballot_checkpoint");
		assertThat(guard.holds(cycle.id())).isFalse();
		assertThatExceptionOfType(LogRefused.class).isThrownBy(guard::afterSingletonsInstantiated)
			.withMessageContaining("3 ballots");
	}

	@Test
	void keepsEachCheckpointAsALineThatAnybodyCanRead(@TempDir Path folder) throws Exception {
		Path path = folder.resolve("checkpoints");
		CheckpointFile file = new CheckpointFile(path.toString());
		file.append(checkpoint(1, 5));
		file.append(checkpoint(1, 9));
		file.append(checkpoint(2, 2));
		assertThat(Files.readAllLines(path)).hasSize(3).first().asString().startsWith("1 5 " + "07".repeat(32) + " ");
		assertThat(file.latest()).hasSize(2);
		assertThat(file.latest().get(1L).size()).isEqualTo(9);
	}

	/** Whoever keeps checkpoints keeps what the year counts by, too. */
	@Test
	void keepsTheHeadOfAYearBesideItsCheckpoints(@TempDir Path folder) throws Exception {
		Cycle cycle = this.cycles.opened();
		String text = this.jdbc.queryForObject("select entry from ballot_act where position = 0", String.class);
		Path path = folder.resolve("checkpoints");
		CheckpointFile file = new CheckpointFile(path.toString());
		file.append(new CycleHead(cycle.id(), text));
		file.append(checkpoint(cycle.id(), 5));
		assertThat(Files.readAllLines(path)).contains("head " + cycle.id() + " pingyi-cycle-head/1",
				"head " + cycle.id() + " days|" + cycle.opensOn() + "|" + cycle.closesOn());
		assertThat(file.latest().get(cycle.id()).size()).isEqualTo(5);
	}

	/**
	 * Power fails in the middle of a line: the database has that checkpoint, the file
	 * half of it.
	 */
	@Test
	void readsAndGoesOnWritingAFileWhoseLastLineIsTorn(@TempDir Path folder) throws Exception {
		Path path = folder.resolve("checkpoints");
		CheckpointFile file = new CheckpointFile(path.toString());
		file.append(checkpoint(1, 5));
		file.append(checkpoint(1, 9));
		Files.writeString(path, Files.readString(path).substring(0, 300));
		assertThat(file.latest().get(1L).size()).isEqualTo(5);
		file.append(checkpoint(1, 12));
		assertThat(file.latest().get(1L).size()).isEqualTo(12);
	}

	/**
	 * A damaged disk, or somebody's editor. The control is the line that is put right.
	 */
	@Test
	void saysWhichKeptLineIsNoCheckpoint(@TempDir Path folder) throws Exception {
		Path path = folder.resolve("checkpoints");
		CheckpointFile file = new CheckpointFile(path.toString());
		file.append(checkpoint(1, 5));
		file.append(checkpoint(1, 9));
		String whole = Files.readString(path);
		for (String torn : List.of(whole.replaceFirst("1 9 ", "1 9"), whole.replaceFirst("\n", ""),
				whole.replaceFirst("1 9 07", "1 9 0x"), whole.replaceFirst("\n", "\n\n"),
				whole.replaceFirst("1 9", "1 nine"))) {
			Files.writeString(path, torn);
			LogGuard guard = new LogGuard(file, this.checkpoints);
			assertThatExceptionOfType(LogRefused.class).isThrownBy(guard::afterSingletonsInstantiated)
				.withMessageContaining(
						"Line " + (torn.startsWith(whole.substring(0, whole.indexOf('\n') + 1)) ? 2 : 1));
		}
		Files.writeString(path, whole);
		assertThat(file.latest().get(1L).size()).isEqualTo(9);
	}

	/**
	 * The lock that another process would wait for; within one Java says that it is
	 * taken.
	 */
	@Test
	void writesIntoTheFileAlone(@TempDir Path folder) throws Exception {
		Path path = folder.resolve("checkpoints");
		CheckpointFile file = new CheckpointFile(path.toString());
		try (FileChannel other = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			FileLock taken = other.lock();
			assertThatExceptionOfType(OverlappingFileLockException.class)
				.isThrownBy(() -> file.append(checkpoint(1, 5)));
			taken.release();
			file.append(checkpoint(1, 5));
		}
		assertThat(file.latest().get(1L).size()).isEqualTo(5);
	}

	@Test
	void keepsAllLinesOfTwoWhoWriteAtOnce(@TempDir Path folder) throws Exception {
		Path path = folder.resolve("checkpoints");
		try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
			for (long cycle = 1; cycle <= 2; cycle++) {
				CheckpointFile file = new CheckpointFile(path.toString());
				long number = cycle;
				nodes.submit(() -> {
					for (int size = 1; size <= 50; size++) {
						file.append(checkpoint(number, size));
					}
				});
			}
		}
		assertThat(Files.readAllLines(path)).hasSize(100);
		assertThat(new CheckpointFile(path.toString()).latest().values()).extracting(Checkpoint::size)
			.containsExactly(50L, 50L);
	}

	/**
	 * Two nodes seal the same year at once; the promise is held by a lock in the
	 * database.
	 */
	@Test
	void sealsEachBallotOnceWhenTwoNodesSealAtOnce() throws Exception {
		Cycle cycle = this.cycles.opened();
		for (int round = 1; round <= 10; round++) {
			vote(cycle, 20);
			assertThat(sealedByTwo(cycle)).isEqualTo(20);
		}
		assertThat(this.ballots.counters(cycle.id())).isEqualTo(new Counters(200, 0, 200, 200, 200, 0, 0, 0));
		assertThat(this.ballots.checkpoints(cycle.id())).hasSize(1 + 10);
	}

	private long sealedByTwo(Cycle cycle) throws Exception {
		CyclicBarrier start = new CyclicBarrier(2);
		Callable<Long> node = () -> {
			start.await();
			return this.samples.seal(cycle.id());
		};
		try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
			Future<Long> one = nodes.submit(node);
			Future<Long> other = nodes.submit(node);
			return one.get() + other.get();
		}
	}

	private static Checkpoint checkpoint(long cycle, long size) {
		byte[] bytes = new byte[32];
		Arrays.fill(bytes, (byte) 7);
		return new Checkpoint(cycle, size, bytes, bytes, 0, new byte[0], new byte[64]);
	}

	private byte[] climbed(Proof proof) {
		byte[] hash = proof.leaf();
		long position = proof.position();
		long last = proof.checkpoint().size() - 1;
		for (byte[] beside : proof.path()) {
			boolean right = position % 2 == 1 || position == last;
			hash = right ? this.merkle.node(beside, hash) : this.merkle.node(hash, beside);
			while (right && position % 2 == 0 && position > 0) {
				position /= 2;
				last /= 2;
			}
			position /= 2;
			last /= 2;
		}
		return hash;
	}

	private static boolean isSigned(Proof proof) {
		byte[] content = proof.checkpoint().content().getBytes(StandardCharsets.UTF_8);
		Ed25519Signer verifier = new Ed25519Signer();
		verifier.init(false, new Ed25519PublicKeyParameters(proof.publicKey().encoded()));
		verifier.update(content, 0, content.length);
		return verifier.verifySignature(proof.checkpoint().signature());
	}

	private List<Receipt> vote(Cycle cycle, int number) {
		return this.samples.vote(cycle.id(), "ONLINE", this.units.waterBureau().id(), number, 1);
	}

}

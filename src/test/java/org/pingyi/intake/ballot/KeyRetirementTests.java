package org.pingyi.intake.ballot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.TestClock;
import org.pingyi.base.secret.KeysRefused;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.key.BoxKey;
import org.pingyi.intake.ballot.key.BoxKeys;
import org.pingyi.intake.ballot.key.ReceiptHashes;
import org.pingyi.intake.ballot.key.RightKeys;
import org.pingyi.intake.ballot.log.ReceiptState;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleOpened;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What becomes of ballots whose key is given up while they wait: they wait on under the
 * key of the close, and what a backup or the database's log kept of them stays shut.
 */
@PingyiTest
class KeyRetirementTests {

	private static final Duration SPAN = Duration.ofHours(2);

	private static final Duration GRACE = Duration.ofMinutes(10);

	private static final Duration PAUSE = Duration.ofSeconds(30);

	private static final String SAID = "too slow";

	private final Ballots ballots;

	private final KeyRetirement retirement;

	private final BoxKeys boxes;

	private final KeySchedule schedule;

	private final WaitingBallots waiting;

	private final WaitingBallotRepository waitingRows;

	private final SealedBallotRepository sealed;

	private final Superuser superuser;

	private final EncryptedBallots encryption;

	private final RightKeys rights;

	private final ReceiptHashes receipts;

	private final GroupCommit commit;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	private final List<String> directories;

	private Cycle cycle;

	private int key;

	KeyRetirementTests(Ballots ballots, KeyRetirement retirement, BoxKeys boxes, Cycles all,
			EncryptedBallots encryption, RightKeys rights, ReceiptHashes receipts, GroupCommit commit,
			BallotSamples samples, CycleSamples cycles, UnitSamples units, TestClock clock, Superuser superuser,
			WaitingBallots waiting, WaitingBallotRepository waitingRows, SealedBallotRepository sealed,
			@Value("${pingyi.keys.directories}") List<String> directories) {
		this.ballots = ballots;
		this.retirement = retirement;
		this.boxes = boxes;
		this.schedule = new KeySchedule(boxes, rights, retirement, all);
		this.encryption = encryption;
		this.rights = rights;
		this.receipts = receipts;
		this.commit = commit;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.clock = clock;
		this.jdbc = superuser.jdbc();
		this.superuser = superuser;
		this.waiting = waiting;
		this.waitingRows = waitingRows;
		this.sealed = sealed;
		this.directories = directories;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
		this.key = this.boxes.current().number();
	}

	@Test
	void encryptsAnewUnderTheKeyOfTheCloseWhatWaitsWhenItsSpanEnds() {
		List<Receipt> receipts = vote(7);
		List<byte[]> before = boxes("ballot_waiting");
		assertThat(before).hasSize(7).allMatch((box) -> EncryptedBallots.isUnder(this.key, box));
		endSpan();
		assertThat(boxes("ballot_waiting")).hasSize(7).allMatch(this::isUnderClose).doesNotContainAnyElementsOf(before);
		assertThat(boxes("ballot_waiting_opinion")).isNotEmpty().allMatch(this::isUnderClose);
		assertThat(rows("ballot_waiting where mark is not null")).isZero();
		assertThat(rows("ballot_kept_mark")).isEqualTo(7);
		assertThat(this.ballots.counters(this.cycle.id())).isEqualTo(new Counters(7, 7, 0, 0, 0, 0, 0, 0))
			.matches(Counters::agree);
		assertThat(receipts).allMatch((receipt) -> this.ballots.check(receipt.code()) == ReceiptState.WAITING);
	}

	@Test
	void sealsAtTheCloseWhatWasEncryptedAnewWithAllMarksRight() {
		Map<String, Long> expected = new TreeMap<>();
		List<Receipt> receipts = new ArrayList<>();
		for (int span = 0; span < 3; span++) {
			for (int code : new int[] { 1, 2, 2, 5, 9 }) {
				receipts.add(count(expected, code));
			}
			endSpan();
		}
		receipts.add(count(expected, 2));
		this.cycles.close(this.cycle);
		assertThat(rows("ballot_waiting")).isZero();
		assertThat(rows("ballot_waiting_opinion")).isZero();
		assertThat(rows("ballot_kept_mark")).isZero();
		assertThat(this.ballots.counters(this.cycle.id())).isEqualTo(new Counters(16, 0, 16, 16, 16, 0, 0, 0))
			.matches(Counters::agree);
		assertThat(receipts).allMatch((receipt) -> this.ballots.check(receipt.code()) == ReceiptState.SEALED);
		assertThat(tallied()).isEqualTo(expected);
		assertThat(As.office(() -> this.ballots.opinions(this.cycle.id(), water()))).hasSize(16)
			.allMatch((opinion) -> opinion.text().equals(SAID));
	}

	@Test
	void keepsTheKeyUntilNobodyIsOnTheWayAnyMore() {
		vote(3);
		List<byte[]> before = boxes("ballot_waiting");
		this.schedule.turn();
		this.clock.advance(untilEndOfSpan().plus(GRACE).minusSeconds(1));
		this.schedule.turn();
		assertThat(boxes("ballot_waiting")).containsExactlyElementsOf(before);
		assertThat(files(this.key)).allMatch((file) -> file.toFile().exists());
		this.clock.advance(Duration.ofSeconds(1));
		this.schedule.turn();
		assertThat(boxes("ballot_waiting")).allMatch(this::isUnderClose);
		assertThat(files(this.key)).noneMatch((file) -> file.toFile().exists());
	}

	@Test
	void opensNoCopyOfTheBoxesAnyMoreOnceTheirKeyIsErased() {
		vote(4);
		List<byte[]> copy = boxes("ballot_waiting");
		List<byte[]> opinions = boxes("ballot_waiting_opinion");
		this.boxes.forget();
		assertThat(files(this.key)).hasSize(2).allMatch((file) -> file.toFile().exists());
		assertThat(copy).hasSize(4).allMatch((box) -> this.encryption.ballot(box).isPresent());
		assertThat(opinions).isNotEmpty().allMatch((box) -> this.encryption.opinion(box).isPresent());
		endSpan();
		assertThat(files(this.key)).noneMatch((file) -> file.toFile().exists());
		assertThat(copy).allMatch((box) -> this.encryption.ballot(box).isEmpty());
		assertThat(opinions).allMatch((box) -> this.encryption.opinion(box).isEmpty());
		assertThat(boxes("ballot_waiting")).as("what waits on")
			.hasSize(4)
			.allMatch((box) -> this.encryption.ballot(box).isPresent());
	}

	/** The year's last key: from then on nothing opens what waited until the close. */
	@Test
	void erasesTheKeyOfTheCloseAfterItAndNotBefore() {
		vote(4);
		endSpan();
		int close = Math.toIntExact(-this.cycle.id());
		List<byte[]> copy = boxes("ballot_waiting");
		this.schedule.turn();
		assertThat(files(close)).hasSize(2).allMatch((file) -> file.toFile().exists());
		assertThat(copy).hasSize(4).allMatch((box) -> this.encryption.ballot(box).isPresent());
		this.cycles.close(this.cycle);
		this.schedule.turn();
		assertThat(files(close)).noneMatch((file) -> file.toFile().exists());
		assertThat(copy).allMatch((box) -> this.encryption.ballot(box).isEmpty());
	}

	@Test
	void refusesAnInsertUnderAKeyThatWasGivenUpAndStoresNothing() {
		SignedBallot late = signed();
		SignedBallot timely = signed();
		this.commit.take(List.of(timely));
		endSpan();
		String stored = stored();
		assertThat(EncryptedBallots.isUnder(this.key, late.encrypted())).isTrue();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.commit.take(List.of(late)))
			.extracting(Refusal::status)
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(stored()).isEqualTo(stored);
		assertThat(this.ballots.check(late.receipt().code())).isEqualTo(ReceiptState.UNKNOWN);
		assertThat(this.ballots.submit(late.submission()).code()).as("the same form once more").isNotEmpty();
		assertThat(rows("ballot_right")).isEqualTo(2);
	}

	@Test
	void keepsAKeyUnderWhichSomethingWaits() {
		vote(2);
		assertRefused();
		this.jdbc.update("delete from ballot_waiting");
		assertThat(boxes("ballot_waiting_opinion")).as("opinions too").isNotEmpty();
		assertRefused();
		this.jdbc.update("delete from ballot_waiting_opinion");
		assertThat(this.boxes.find(this.key)).isPresent();
		this.retirement.erase(this.key);
		assertThat(files(this.key)).noneMatch((file) -> file.toFile().exists());
		assertThat(isErased()).isTrue();
		assertThat(this.boxes.find(this.key)).as("at once").isEmpty();
	}

	/** Shorter ones name no key; they wait for the close like all that is altered. */
	@Test
	void givesTheKeyUpThoughABoxWasCutOff() {
		for (int length : new int[] { 0, 3, 4, 5, 15, 16, 20, 31 }) {
			vote(1);
			this.jdbc.update("update ballot_waiting set box = substr(box, 1, ?) where length(box) > 100", length);
		}
		this.jdbc.update("update ballot_waiting_opinion set box = substr(box, 1, 5) where ctid = (select min(ctid)"
				+ " from ballot_waiting_opinion)");
		vote(4);
		endSpan();
		assertThat(isErased()).isTrue();
		assertThat(boxes("ballot_waiting").stream().filter(this::isUnderClose)).hasSize(4);
		assertThat(this.ballots.counters(this.cycle.id()).altered()).isEqualTo(7);
		this.cycles.close(this.cycle);
		assertThat(this.ballots.counters(this.cycle.id())).matches((counters) -> counters.ballots() == 4)
			.matches((counters) -> counters.altered() == 9);
	}

	@Test
	void encryptsCopiesAnewToo() {
		vote(3);
		this.jdbc.update("insert into ballot_waiting (cycle_id, box) select cycle_id, box from ballot_waiting");
		endSpan();
		assertThat(isErased()).isTrue();
		this.cycles.close(this.cycle);
		assertThat(this.ballots.counters(this.cycle.id())).matches((counters) -> counters.ballots() == 3)
			.matches((counters) -> counters.altered() == 3);
	}

	/** Control: at the next turn, when nothing fails, that key is given up as well. */
	@Test
	void takesTheOtherStepsOfATurnWhenOneFails() {
		vote(1);
		this.clock.advance(untilEndOfSpan());
		vote(1);
		int next = this.boxes.current().number();
		this.schedule.turn();
		this.clock.advance(untilEndOfSpan().plus(GRACE));
		files(this.key).forEach((file) -> move(file, aside(file)));
		this.boxes.onOpened(new CycleOpened(this.cycle.id()));
		this.schedule.turn();
		assertThat(isErased(this.key)).isFalse();
		assertThat(isErased(next)).isTrue();
		files(this.key).forEach((file) -> move(aside(file), file));
		this.clock.advance(GRACE);
		this.schedule.turn();
		assertThat(isErased(this.key)).isTrue();
		assertThat(boxes("ballot_waiting")).hasSize(2);
	}

	/**
	 * The attack: a mark, which the secret finds from a right, and a box that came in one
	 * transaction, with no other, belong together; so they do until the key of the close
	 * is gone. The control retires keys as if nobody needed company.
	 */
	@Test
	void leadsFromNoMarkToTheBoxOfALoneBallot() {
		KeyRetirement alone = new KeyRetirement(this.waiting, this.waitingRows, this.sealed, this.boxes, 1);
		vote(1);
		this.schedule.turn();
		this.clock.advance(untilEndOfSpan().plus(GRACE));
		this.superuser.transactions().executeWithoutResult((status) -> {
			alone.postpone(this.cycle.id(), this.key);
			assertThat(loneMarks()).as("the control").isEqualTo(1);
			status.setRollbackOnly();
		});
		this.schedule.turn();
		assertThat(isErased(this.key)).isTrue();
		assertThat(boxes("ballot_waiting")).singleElement().satisfies((box) -> assertThat(isUnderClose(box)).isFalse());
		assertThat(rows("ballot_kept_mark")).isZero();
		List<Receipt> others = vote(3);
		endSpan();
		assertThat(boxes("ballot_waiting")).hasSize(4).allMatch(this::isUnderClose);
		assertThat(loneMarks()).isZero();
		vote(1);
		endSpan();
		this.cycles.close(this.cycle);
		assertThat(this.ballots.counters(this.cycle.id())).isEqualTo(new Counters(5, 0, 5, 5, 5, 0, 0, 0));
		assertThat(others).allMatch((receipt) -> this.ballots.check(receipt.code()) == ReceiptState.SEALED);
	}

	/** Marks that one box alone shares a transaction with. */
	private long loneMarks() {
		return rows("""
				ballot_kept_mark mark where 1 = (select count(*) from ballot_waiting box
				where box.xmin::text = mark.xmin::text)""");
	}

	/** One place is enough for every key there is, but not for a new one. */
	@Test
	void goesOnTakingBallotsWhileADirectoryIsLostForHours() {
		vote(3);
		loseADirectory();
		for (int hour = 0; hour < 12; hour++) {
			this.clock.advance(Duration.ofHours(1));
			this.schedule.turn();
			assertThat(vote(1)).as("after %d hours", hour + 1).hasSize(1);
		}
		assertThat(this.boxes.current().number()).isEqualTo(this.key);
		findTheDirectory();
		this.clock.advance(PAUSE);
		vote(1);
		assertThat(this.boxes.current().number()).isGreaterThan(this.key);
		this.schedule.turn();
		assertThat(isErased()).as("others may be on their way under it").isFalse();
		this.clock.advance(GRACE);
		this.schedule.turn();
		assertThat(isErased()).isTrue();
		assertThat(files(this.key)).noneMatch((file) -> file.toFile().exists());
		this.cycles.close(this.cycle);
		assertThat(this.ballots.counters(this.cycle.id())).isEqualTo(new Counters(16, 0, 16, 16, 16, 0, 0, 0));
	}

	/** The control: nothing else lets people vote on but that their key is kept. */
	@Test
	void wouldTakeNoBallotHadItGivenTheLastKeyUp() {
		loseADirectory();
		this.clock.advance(untilEndOfSpan().plus(GRACE));
		assertThat(this.boxes.over()).containsExactly(this.key);
		this.boxes.over().forEach(this.retirement::erase);
		assertThatExceptionOfType(KeysRefused.class).isThrownBy(() -> vote(1));
	}

	/** A node that starts has no key in memory. */
	@Test
	void startsToTakeBallotsThoughADirectoryIsLost() {
		loseADirectory();
		this.clock.advance(untilEndOfSpan());
		this.boxes.onOpened(new CycleOpened(this.cycle.id()));
		assertThat(vote(1)).hasSize(1);
		assertThat(this.boxes.current().number()).isEqualTo(this.key);
	}

	private void loseADirectory() {
		Path lost = Path.of(this.directories.getFirst());
		move(lost, aside(lost));
	}

	@AfterEach
	void findTheDirectory() {
		Path lost = Path.of(this.directories.getFirst());
		if (Files.exists(aside(lost))) {
			move(aside(lost), lost);
		}
	}

	private static Path aside(Path file) {
		return file.resolveSibling("aside-" + file.getFileName());
	}

	private static void move(Path from, Path to) {
		try {
			Files.move(from, to);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void assertRefused() {
		assertThatIllegalStateException().isThrownBy(() -> this.retirement.erase(this.key))
			.withMessageContaining(BoxKey.name(this.key));
		this.boxes.forget();
		assertThat(isErased()).isFalse();
		assertThat(files(this.key)).allMatch((file) -> file.toFile().exists());
		assertThat(this.boxes.find(this.key)).isPresent();
	}

	private boolean isErased() {
		return isErased(this.key);
	}

	private boolean isErased(int number) {
		return rows("secret_key where erased_on is not null and name = '%s'".formatted(BoxKey.name(number))) == 1;
	}

	/** Gives up the key of this span, as happens a while after its end. */
	private void endSpan() {
		this.schedule.turn();
		this.clock.advance(untilEndOfSpan().plus(GRACE));
		this.schedule.turn();
	}

	private Duration untilEndOfSpan() {
		return SPAN.minusMillis(this.clock.millis() % SPAN.toMillis());
	}

	private boolean isUnderClose(byte[] box) {
		return EncryptedBallots.isUnder(Math.toIntExact(-this.cycle.id()), box);
	}

	private List<Path> files(int number) {
		return this.directories.stream().map((directory) -> Path.of(directory, BoxKey.name(number))).toList();
	}

	private SignedBallot signed() {
		Submission form = this.samples.submission(this.cycle.id(), "ONLINE", water(), 2);
		PackedAnswers answers = PackedAnswers.of(List.copyOf(form.answers().values()));
		return SignedBallot.of(form, answers, this.rights.of(this.cycle.id()).orElseThrow(), this.receipts,
				this.encryption);
	}

	private List<Receipt> vote(int number) {
		return this.samples.vote(this.cycle.id(), "ONLINE", water(), number, 2);
	}

	private Receipt count(Map<String, Long> expected, int code) {
		String right = "right:" + expected.merge("0/0", 1L, Long::sum);
		Submission form = this.samples.submission(this.cycle.id(), "ONLINE", water(), right, code, SAID);
		form.answers()
			.forEach((item, answer) -> expected.merge(Integer.parseInt(item.substring(1)) + "/" + answer, 1L,
					Long::sum));
		return this.ballots.submit(form);
	}

	private Map<String, Long> tallied() {
		Map<String, Long> tallied = new TreeMap<>();
		As.office(() -> this.ballots.tallies(this.cycle.id()))
			.forEach((tally) -> tallied.put(tally.item() + "/" + tally.code(), tally.count()));
		return tallied;
	}

	private String stored() {
		return Stream.of("ballot_right", "ballot_waiting", "ballot_waiting_opinion", "ballot_kept_mark")
			.map((table) -> table + " " + rows(table))
			.toList()
			.toString();
	}

	private List<byte[]> boxes(String table) {
		return this.jdbc.queryForList("select box from " + table, byte[].class);
	}

	private long water() {
		return this.units.waterBureau().id();
	}

	private long rows(String table) {
		Long rows = this.jdbc.queryForObject("select count(*) from " + table, Long.class);
		return (rows != null) ? rows : -1;
	}

}

package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.TestClock;
import org.pingyi.WriteAheadLog;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.intake.ballot.key.BoxKeys;
import org.pingyi.intake.ballot.key.ReceiptHashes;
import org.pingyi.intake.ballot.key.RightKeys;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scoring.Item;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever kept the database's write-ahead log sees every change in the order in which it
 * was made, and every box that ever waited. Together with the database, the secret and
 * the key directories, that leads to nobody's answers once they are sealed.
 */
@PingyiTest
class WriteAheadLogTests {

	private static final int VOTERS = 200;

	private static final int BASE = 4;

	/** Four standard deviations: chance alone goes beyond once in 20,000 times. */
	private static final double CHANCE = 4 / Math.sqrt(VOTERS - 1);

	private final Ballots ballots;

	private final EncryptedBallots encryption;

	private final KeySchedule schedule;

	private final BallotSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	private final WriteAheadLog records;

	private final ReceiptHashes hashes;

	private final BallotForms forms;

	private final RightKeys rights;

	private final BoxKeys boxes;

	private Cycle cycle;

	private List<Item> items = List.of();

	private Map<Long, Integer> voters = Map.of();

	private List<Receipt> receipts = List.of();

	/** Where the log began when the year opened. */
	private String start = "";

	/** The number that every box begins with. */
	private int key;

	/** Of a box, in bytes. */
	private int length;

	WriteAheadLogTests(Ballots ballots, EncryptedBallots encryption, BoxKeys boxes, RightKeys rights,
			KeyRetirement retirement, Cycles all, BallotSamples samples, CycleSamples cycles, UnitSamples units,
			BallotForms forms, ReceiptHashes hashes, TestClock clock, Superuser superuser) {
		this.records = new WriteAheadLog(superuser);
		this.hashes = hashes;
		this.forms = forms;
		this.rights = rights;
		this.boxes = boxes;
		this.ballots = ballots;
		this.encryption = encryption;
		this.schedule = new KeySchedule(boxes, rights, retirement, all);
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.clock = clock;
		this.jdbc = superuser.jdbc();
	}

	@BeforeEach
	void vote() {
		this.cycle = this.cycles.opened();
		this.items = this.forms.of(this.cycle.id(), "ONLINE").questionnaire().items();
		this.voters = IntStream.range(0, VOTERS)
			.boxed()
			.collect(Collectors.toMap((voter) -> PackedAnswers.of(answers(voter)).a1(), Function.identity()));
		// What others wrote is in files before it.
		this.jdbc.queryForList("select pg_switch_wal()");
		this.start = this.jdbc.queryForObject("select pg_current_wal_insert_lsn()::text", String.class);
		this.key = this.boxes.current().number();
		this.receipts = IntStream.range(0, VOTERS).mapToObj((voter) -> this.ballots.submit(submission(voter))).toList();
		this.length = this.jdbc.queryForObject("select max(length(box)) from ballot_waiting", Integer.class);
	}

	/** The control is the same look before the key is erased: it opens them in order. */
	@Test
	void opensNothingOnceTheKeyIsErased() {
		byte[] log = log();
		List<Integer> opened = opened(log);
		assertThat(opened).as("while the key is there").hasSizeGreaterThan(VOTERS * 3 / 4);
		assertThat(RankCorrelation.of(opened, IntStream.range(0, opened.size()).boxed().toList())).isGreaterThan(0.9);
		this.cycles.close(this.cycle);
		this.clock.advance(Duration.ofHours(3));
		this.schedule.turn();
		assertThat(opened(log)).isEmpty();
		assertThat(opened(log())).as("what waited until the close").isEmpty();
	}

	/** The control is the order of the rights, which the same look finds. */
	@Test
	void showsSealedAnswersInNoOrderOfTheRights() {
		this.samples.sealSome(this.cycle.id());
		this.cycles.close(this.cycle);
		byte[] log = log();
		assertThat(correlation(log, this::rightHash)).as("rights").isGreaterThan(0.9);
		assertThat(Math.abs(correlation(log, this::sealed))).as("answers").isLessThan(CHANCE);
	}

	/**
	 * The marks of those who waited longer than their span, each of which leads to a
	 * right; more people came after them.
	 */
	@Test
	void takesMarksOutInNoOrderOfTheSeal() {
		this.schedule.turn();
		this.clock.advance(Duration.ofHours(3));
		this.schedule.turn();
		this.samples.vote(this.cycle.id(), "ONLINE", water(), 4 * VOTERS, 9);
		Map<String, Integer> marked = marked();
		String since = this.records.end();
		this.cycles.close(this.cycle);
		List<Integer> gone = this.records.deleted("ballot_kept_mark", since)
			.stream()
			.map(marked::get)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		assertThat(gone).hasSize(VOTERS);
		List<Integer> sealed = this.jdbc.queryForList("select a1 from ballot_sealed order by position", Long.class)
			.stream()
			.flatMap((answers) -> Optional.ofNullable(this.voters.get(answers)).stream())
			.toList();
		assertThat(Math.abs(RankCorrelation.of(gone, sealed))).isLessThan(CHANCE);
	}

	/** The voters by the places of their marks. */
	private Map<String, Integer> marked() {
		Map<String, Integer> marked = new HashMap<>();
		HexFormat hex = HexFormat.of();
		List<String> marks = this.receipts.stream()
			.map((receipt) -> hex.formatHex(this.hashes.mark(this.samples.receiptHash(receipt.code()))))
			.toList();
		this.jdbc.queryForList("select ctid::text, encode(mark, 'hex') as mark from ballot_kept_mark")
			.forEach((row) -> marked.put((String) row.get("ctid"), marks.indexOf((String) row.get("mark"))));
		return marked;
	}

	/** A voter's number is what they answer to the first four items, to the base of 4. */
	private List<Integer> answers(int voter) {
		List<Integer> answers = new ArrayList<>(Collections.nCopies(this.items.size(), 1));
		for (int item = 0, rest = voter; rest > 0; item++, rest /= BASE) {
			answers.set(item, 1 + rest % BASE);
		}
		return answers;
	}

	private Submission submission(int voter) {
		List<Integer> answers = answers(voter);
		return new Submission(this.cycle.id(), "ONLINE", water(), "citizen", right(voter), UUID.randomUUID().toString(),
				IntStream.range(0, answers.size())
					.boxed()
					.collect(Collectors.toMap((item) -> this.items.get(item).code(), answers::get)),
				"", false);
	}

	private static String right(int voter) {
		return "phone:" + (13800000000L + voter);
	}

	private byte[] rightHash(int voter) {
		return this.rights.of(this.cycle.id())
			.orElseThrow()
			.mac("ballot.right", String.valueOf(this.cycle.id()), "ONLINE", String.valueOf(water()), right(voter));
	}

	/** As the first of a row's packed answers lies in the log. */
	private byte[] sealed(int voter) {
		return ByteBuffer.allocate(Long.BYTES)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putLong(PackedAnswers.of(answers(voter)).a1())
			.array();
	}

	/** The log since the year opened. */
	private byte[] log() {
		this.jdbc.queryForList("select pg_switch_wal()");
		return this.jdbc.queryForObject("""
				select string_agg(pg_read_binary_file('pg_wal/' || name), '' order by name) from pg_ls_waldir()
				where name between pg_walfile_name(?::pg_lsn) and pg_walfile_name(pg_current_wal_insert_lsn() - 1)""",
				byte[].class, this.start);
	}

	/** The numbers of the voters whose boxes lie in the log and open, in its order. */
	private List<Integer> opened(byte[] log) {
		ByteBuffer buffer = ByteBuffer.wrap(log);
		return IntStream.rangeClosed(0, log.length - this.length)
			.filter((place) -> buffer.getInt(place) == this.key)
			.mapToObj((place) -> this.encryption.ballot(Arrays.copyOfRange(log, place, place + this.length)))
			.flatMap(Optional::stream)
			.map((ballot) -> this.voters.get(ballot.answers().a1()))
			.distinct()
			.toList();
	}

	/** Between the order of the voters and that in which something of each lies there. */
	private static double correlation(byte[] log, IntFunction<byte[]> trace) {
		List<Integer> voters = new ArrayList<>();
		List<Integer> places = new ArrayList<>();
		for (int voter = 0; voter < VOTERS; voter++) {
			int place = place(log, trace.apply(voter));
			if (place >= 0) {
				voters.add(voter);
				places.add(place);
			}
		}
		assertThat(voters).hasSizeGreaterThan(VOTERS * 3 / 4);
		return RankCorrelation.of(voters, places);
	}

	private static int place(byte[] log, byte[] trace) {
		for (int place = 0; place <= log.length - trace.length; place++) {
			if (log[place] == trace[0] && Arrays.equals(log, place, place + trace.length, trace, 0, trace.length)) {
				return place;
			}
		}
		return -1;
	}

	private long water() {
		return this.units.waterBureau().id();
	}

}

package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.connection.StalledConnectionWatchdog;
import org.pingyi.intake.ballot.key.BoxKey;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes rights and waiting ballots by plain JDBC, however many, in one statement, which
 * holds the cycle open meanwhile; the key of the rights lets each through once. Each trip
 * to the database costs more than a ballot, and entities would need one for each row
 * (src/docs/decisions/0009-hot-paths-first.md to 0011-opinions-apart.md).
 */
class BallotInsertImpl implements BallotInsert {

	// No conflict target: whatever keys stand on the table decide. Encrypted ballots are
	// written in the order of their marks, opinions in that of their nonces, which is
	// none. Decoys of opinions come under no right; they need one that was taken beside
	// them, or repeated forms could fill the table.
	private static final String INSERT = """
			with asked as (
				select ?::bigint as cycle_id, ?::date as day
			), cycle as materialized (
				select cycle_id, coalesce(cycle_takes_ballots(cycle_id, day), false) as open,
					secret_keys_in_use(?::text[]) as held
				from asked
			), given as materialized (
				select cycle_id, given.*
				from cycle cross join unnest(?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
					as given (right_hash, submission_mac, mark, box)
				where open and held
			), taken as (
				insert into ballot_right (right_hash, cycle_id, submission_mac)
				select right_hash, cycle_id, submission_mac from given
				on conflict do nothing returning right_hash
			), stored as (
				insert into ballot_waiting (mark, cycle_id, box)
				select mark, cycle_id, box from given join taken using (right_hash) order by mark
			), said as (
				insert into ballot_waiting_opinion (cycle_id, box)
				select cycle_id, box from cycle cross join unnest(?::bytea[], ?::bytea[]) as given (right_hash, box)
				where exists (select from taken) and (right_hash is null or right_hash in (select right_hash from taken))
				order by box
			)
			select open, held, right_hash from cycle left join (
				select right_hash from given where right_hash not in (select right_hash from taken)
			) as used on true""";

	private static final String KNOWN = """
			select right_hash, submission_mac from unnest(?::bytea[]) as asked (right_hash)
				join ballot_right using (right_hash)""";

	private final JdbcTemplate jdbc;

	private final EncryptedBallots encryption;

	private final OpinionDecoys decoys;

	private final Clock clock;

	private final StalledConnectionWatchdog watchdog;

	BallotInsertImpl(JdbcTemplate jdbc, EncryptedBallots encryption, OpinionDecoys decoys, Clock clock,
			StalledConnectionWatchdog watchdog) {
		this.jdbc = jdbc;
		this.encryption = encryption;
		this.decoys = decoys;
		this.clock = clock;
		this.watchdog = watchdog;
	}

	@Override
	public WriteResult write(List<SignedBallot> ballots) {
		List<SignedBallot> before = insert(ballots);
		return before.isEmpty() ? WriteResult.ALL : new WriteResult(before, refused(before));
	}

	/**
	 * Inserts what has a right left; the cycle stays open until the caller's transaction
	 * ends, or this statement when there is none.
	 * @param ballots of one cycle, each under a right of its own
	 * @return those whose right had been used before, be it for the same form
	 * @throws CycleNotOpen 409 when the cycle takes no ballots
	 * @throws Refusal 503 when they were on their way for so long that their key was
	 * given up
	 */
	private List<SignedBallot> insert(List<SignedBallot> ballots) {
		// In one order, so that two transactions meet their rights without a deadlock.
		List<SignedBallot> ordered = ballots.stream().sorted(Comparator.comparing(SignedBallot::right)).toList();
		List<OpinionDecoys.Entry> said = this.decoys.amid(ballots);
		List<byte[]> boxes = said.stream().map((entry) -> this.encryption.encrypt(entry.opinion())).toList();
		Set<ByteBuffer> used = this.jdbc.execute((Connection connection) -> {
			try (var watched = this.watchdog.over(connection);
					PreparedStatement insert = connection.prepareStatement(INSERT)) {
				insert.setLong(1, ordered.getFirst().submission().cycle());
				insert.setObject(2, LocalDate.now(this.clock));
				insert.setArray(3, connection.createArrayOf("text", keys(ordered, boxes)));
				insert.setArray(4, bytes(connection, ordered, (ballot) -> ballot.right().array()));
				insert.setArray(5, bytes(connection, ordered, SignedBallot::mac));
				insert.setArray(6, bytes(connection, ordered, SignedBallot::mark));
				insert.setArray(7, bytes(connection, ordered, SignedBallot::encrypted));
				insert.setArray(8, bytes(connection, said, OpinionDecoys.Entry::right));
				insert.setArray(9, bytes(connection, boxes, (box) -> box));
				return rights(insert.executeQuery());
			}
		});
		return used.isEmpty() ? List.of() : ballots.stream().filter((ballot) -> used.contains(ballot.right())).toList();
	}

	/** The keys that must live until the commit: one, or two between two spans. */
	private static String[] keys(List<SignedBallot> ballots, List<byte[]> opinions) {
		Set<Integer> numbers = new HashSet<>();
		ballots.forEach((ballot) -> numbers.add(EncryptedBallots.number(ballot.encrypted())));
		opinions.forEach((box) -> numbers.add(EncryptedBallots.number(box)));
		return numbers.stream().map(BoxKey::name).toArray(String[]::new);
	}

	private static <T> java.sql.Array bytes(Connection connection, List<T> rows, Function<T, byte @Nullable []> part)
			throws SQLException {
		return connection.createArrayOf("bytea", rows.stream().map(part).toArray(byte[][]::new));
	}

	private static Set<ByteBuffer> rights(ResultSet rows) throws SQLException {
		Set<ByteBuffer> rights = new HashSet<>();
		while (rows.next()) {
			if (!rows.getBoolean(1)) {
				throw new CycleNotOpen();
			}
			if (!rows.getBoolean(2)) {
				throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "web.error.503");
			}
			byte[] right = rows.getBytes(3);
			if (right != null) {
				rights.add(ByteBuffer.wrap(right));
			}
		}
		return rights;
	}

	@Override
	public List<SignedBallot> refused(List<SignedBallot> ballots) {
		if (ballots.isEmpty()) {
			return ballots;
		}
		Map<ByteBuffer, byte[]> known = known(ballots);
		return ballots.stream()
			.filter((ballot) -> !MessageDigest.isEqual(known.get(ballot.right()), ballot.mac()))
			.toList();
	}

	private Map<ByteBuffer, byte[]> known(List<SignedBallot> ballots) {
		return this.jdbc.execute((Connection connection) -> {
			try (var watched = this.watchdog.over(connection);
					PreparedStatement query = connection.prepareStatement(KNOWN)) {
				query.setArray(1, bytes(connection, ballots, (ballot) -> ballot.right().array()));
				return macs(query.executeQuery());
			}
		});
	}

	private static Map<ByteBuffer, byte[]> macs(ResultSet rows) throws SQLException {
		Map<ByteBuffer, byte[]> macs = new HashMap<>();
		while (rows.next()) {
			macs.put(ByteBuffer.wrap(rows.getBytes(1)), rows.getBytes(2));
		}
		return macs;
	}

}

package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.intake.ballot.log.BallotArrays;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens ballots and opinions that wait for the seal, and takes them out for it. What
 * somebody altered meanwhile is kept apart as it is and holds nobody else up, and so is a
 * ballot that was doubled or put back; an opinion carries nothing that would tell.
 */
@Component
class WaitingBallots {

	private static final Logger logger = LoggerFactory.getLogger(WaitingBallots.class);

	private static final String COUNT = """
			select count(*) from (select from ballot_waiting where cycle_id = :cycle limit :most) as waiting""";

	// By their places, which stay: rows that wait are never changed, and taken out here
	// only.
	private static final String TAKE = """
			delete from %1$s where ctid = any(array(select ctid from %1$s where cycle_id = :cycle limit :most))
			returning %2$s as mark, box""";

	private static final String TAKE_BALLOTS = TAKE.formatted("ballot_waiting", "mark");

	private static final String TAKE_OPINIONS = TAKE.formatted("ballot_waiting_opinion", "cast(null as bytea)");

	private static final String KEEP = "insert into ballot_altered (cycle_id, mark, box) values (?, ?, ?)";

	private final JdbcClient jdbc;

	private final EncryptedBallots boxes;

	private final Pseudonyms pseudonyms;

	private final BallotArrays arrays;

	WaitingBallots(JdbcClient jdbc, EncryptedBallots boxes, Pseudonyms pseudonyms, BallotArrays arrays) {
		this.pseudonyms = pseudonyms;
		this.jdbc = jdbc;
		this.boxes = boxes;
		this.arrays = arrays;
	}

	/**
	 * What was taken out.
	 *
	 * @param whole what can go on
	 * @param rows how many rows there were, those that were altered among them
	 */
	record Out<T>(List<T> whole, int rows) {
	}

	/** A box with the mark of its receipt, or with null when it holds an opinion. */
	private record Row(byte @Nullable [] mark, byte[] box) {
	}

	/** The ballots that wait and can be opened; they stay where they are. */
	List<WaitingBallot> ballots(long cycle) {
		return this.jdbc.sql("select mark, box from ballot_waiting where cycle_id = ?")
			.param(cycle)
			.query(WaitingBallots::row)
			.list()
			.stream()
			.map(this::ballot)
			.flatMap(Optional::stream)
			.toList();
	}

	/** How many ballots wait, counted as far as a number. */
	long count(long cycle, long most) {
		return this.jdbc.sql(COUNT).param("cycle", cycle).param("most", most).query(Long.class).single();
	}

	Out<WaitingBallot> takeBallots(long cycle, long most) {
		List<Row> rows = take(TAKE_BALLOTS, cycle, most);
		List<Optional<WaitingBallot>> opened = rows.stream().map(this::ballot).toList();
		Set<ByteBuffer> receipts = sealed(opened.stream().flatMap(Optional::stream).toList());
		List<WaitingBallot> whole = new ArrayList<>();
		for (int place = 0; place < rows.size(); place++) {
			Optional<WaitingBallot> ballot = opened.get(place)
				.filter((one) -> receipts.add(ByteBuffer.wrap(one.receiptHash())));
			ballot.ifPresent(whole::add);
			if (ballot.isEmpty()) {
				keep(cycle, rows.get(place));
			}
		}
		return new Out<>(whole, rows.size());
	}

	Out<WaitingOpinion> takeOpinions(long cycle, long most) {
		List<Row> rows = take(TAKE_OPINIONS, cycle, most);
		List<WaitingOpinion> whole = new ArrayList<>();
		rows.forEach((row) -> this.boxes.opinion(row.box()).ifPresentOrElse(whole::add, () -> keep(cycle, row)));
		return new Out<>(whole, rows.size());
	}

	/** Empty too when the box is another's. */
	private Optional<WaitingBallot> ballot(Row row) {
		return this.boxes.ballot(row.box())
			.filter((ballot) -> Arrays.equals(SignedBallot.mark(ballot.receiptHash(), this.pseudonyms), row.mark()));
	}

	private List<Row> take(String statement, long cycle, long most) {
		return this.jdbc.sql(statement).param("cycle", cycle).param("most", most).query(WaitingBallots::row).list();
	}

	private static Row row(ResultSet cells, int number) throws SQLException {
		return new Row(cells.getBytes(1), cells.getBytes(2));
	}

	/** The receipts of those ballots that are sealed already. */
	private Set<ByteBuffer> sealed(List<WaitingBallot> ballots) {
		return new HashSet<>(this.jdbc.sql("select receipt_hash from ballot_receipt where receipt_hash = any(:hashes)")
			.param("hashes", this.arrays.of("bytea", ballots, WaitingBallot::receiptHash))
			.query((row, number) -> ByteBuffer.wrap(row.getBytes(1)))
			.list());
	}

	private void keep(long cycle, Row row) {
		logger.error("Something of cycle {} was altered while it waited for the seal; see ballot_altered", cycle);
		this.jdbc.sql(KEEP).param(cycle).param(row.mark()).param(row.box()).update();
	}

}

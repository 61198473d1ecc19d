package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.pingyi.intake.ballot.log.BallotArrays;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes rows out by plain JDBC: 5,000 at once, by their place on the disk, while others
 * go on voting (src/docs/decisions/0010-one-statement.md, 0011-opinions-apart.md).
 */
class WaitingRemovalImpl implements WaitingRemoval {

	// By their places, which stay: rows that wait are never changed, and taken out here
	// only.
	private static final String TAKE = """
			delete from %1$s where ctid = any(array(select ctid from %1$s where cycle_id = :cycle limit :most))
			returning %2$s as mark, box""";

	private static final String TAKE_BALLOTS = TAKE.formatted("ballot_waiting", "mark");

	private static final String TAKE_OPINIONS = TAKE.formatted("ballot_waiting_opinion", "cast(null as bytea)");

	private static final String KEEP = "insert into ballot_altered (cycle_id, mark, box) values (?, ?, ?)";

	private final JdbcClient jdbc;

	private final BallotArrays arrays;

	WaitingRemovalImpl(JdbcClient jdbc, BallotArrays arrays) {
		this.jdbc = jdbc;
		this.arrays = arrays;
	}

	@Override
	public List<Row> takeBallots(long cycle, long most) {
		return take(TAKE_BALLOTS, cycle, most);
	}

	@Override
	public List<Row> takeOpinions(long cycle, long most) {
		return take(TAKE_OPINIONS, cycle, most);
	}

	private List<Row> take(String statement, long cycle, long most) {
		return this.jdbc.sql(statement).param("cycle", cycle).param("most", most).query(WaitingRemovalImpl::row).list();
	}

	private static Row row(ResultSet cells, int number) throws SQLException {
		return new Row(cells.getBytes(1), cells.getBytes(2));
	}

	@Override
	public void keepAltered(long cycle, Row row) {
		this.jdbc.sql(KEEP).param(cycle).param(row.mark()).param(row.box()).update();
	}

	@Override
	public Set<ByteBuffer> sealed(List<WaitingBallot> ballots) {
		return new HashSet<>(this.jdbc.sql("select receipt_hash from ballot_receipt where receipt_hash = any(:hashes)")
			.param("hashes", this.arrays.of("bytea", ballots, WaitingBallot::receiptHash))
			.query((row, number) -> ByteBuffer.wrap(row.getBytes(1)))
			.list());
	}

}

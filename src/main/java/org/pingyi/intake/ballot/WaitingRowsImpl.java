package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import org.pingyi.intake.ballot.log.BallotArrays;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads rows and takes them out by plain JDBC: thousands at once, by their place on the
 * disk, while others go on voting (src/docs/decisions/0010-one-statement.md,
 * 0011-opinions-apart.md).
 */
class WaitingRowsImpl implements WaitingRows {

	/** Rows that wait are never changed, so their places stay. */
	private static final String EACH = "select ctid::text, %2$s, box from %1$s where cycle_id = ?";

	private static final String PLACES = "select ctid::text from %1$s where cycle_id = ?";

	private static final String AT = """
			select %2$s, box from %1$s where ctid = any(cast(:places as tid[])) and cycle_id = :cycle""";

	private static final String REMOVE = """
			delete from %1$s where ctid = any(cast(:places as tid[])) and cycle_id = :cycle""";

	private static final String POSTPONE = """
			insert into %1$s (cycle_id, box) select :cycle, box from unnest(:boxes) with ordinality as given (box, place)
			order by place""";

	private static final String CARRY = """
			insert into ballot_waiting (cycle_id, mark, box)
			select :cycle, mark, box from unnest(:marks, :boxes) with ordinality as given (mark, box, place)
			order by place""";

	private static final String UNDER = """
			select cycle_id from ballot_waiting where substring(box from 1 for 4) = :key
			union select cycle_id from ballot_waiting_opinion where substring(box from 1 for 4) = :key""";

	private static final int FETCH = 1000;

	private final JdbcClient jdbc;

	private final BallotArrays arrays;

	WaitingRowsImpl(JdbcClient jdbc, BallotArrays arrays) {
		this.jdbc = jdbc;
		this.arrays = arrays;
	}

	@Override
	public void each(Kind kind, long cycle, BiConsumer<String, Row> reader) {
		this.jdbc.sql(of(kind, EACH))
			.withFetchSize(FETCH)
			.param(cycle)
			.query((RowCallbackHandler) (cells) -> reader.accept(cells.getString(1),
					new Row(cells.getBytes(2), cells.getBytes(3))));
	}

	@Override
	public List<String> places(Kind kind, long cycle) {
		return this.jdbc.sql(of(kind, PLACES)).param(cycle).query(String.class).list();
	}

	@Override
	public List<Row> at(Kind kind, long cycle, List<String> places) {
		return this.jdbc.sql(of(kind, AT))
			.param("places", texts(places))
			.param("cycle", cycle)
			.query(WaitingRowsImpl::row)
			.list();
	}

	private static Row row(ResultSet cells, int number) throws SQLException {
		return new Row(cells.getBytes(1), cells.getBytes(2));
	}

	@Override
	public void remove(Kind kind, long cycle, List<String> places) {
		this.jdbc.sql(of(kind, REMOVE)).param("places", texts(places)).param("cycle", cycle).update();
	}

	@Override
	public void postpone(Kind kind, long cycle, List<byte[]> boxes) {
		this.jdbc.sql(of(kind, POSTPONE)).param("cycle", cycle).param("boxes", bytes(boxes)).update();
	}

	@Override
	public void carry(Kind kind, long cycle, List<Row> rows) {
		List<byte[]> boxes = rows.stream().map(Row::box).toList();
		switch (kind) {
			case BALLOT -> this.jdbc.sql(CARRY)
				.param("cycle", cycle)
				.param("marks", this.arrays.of("bytea", rows, Row::mark))
				.param("boxes", bytes(boxes))
				.update();
			case OPINION -> postpone(kind, cycle, boxes);
		}
	}

	private static String of(Kind kind, String statement) {
		return switch (kind) {
			case BALLOT -> statement.formatted("ballot_waiting", "mark");
			case OPINION -> statement.formatted("ballot_waiting_opinion", "cast(null as bytea)");
		};
	}

	@Override
	public void keepMarks(long cycle, List<byte[]> marks) {
		this.jdbc.sql("""
				insert into ballot_kept_mark (cycle_id, mark) select :cycle, mark from unnest(:marks) as given (mark)
				order by mark""").param("cycle", cycle).param("marks", bytes(marks)).update();
	}

	@Override
	public void removeMarks(List<byte[]> marks) {
		this.jdbc
			.sql("delete from ballot_kept_mark kept using unnest(:marks) as gone (mark) where kept.mark = gone.mark")
			.param("marks", bytes(marks))
			.update();
	}

	@Override
	public void keepMissing(long cycle) {
		this.jdbc.sql("""
				with missing as (delete from ballot_kept_mark where cycle_id = ? returning cycle_id, mark)
				insert into ballot_altered (cycle_id, mark, box) select cycle_id, mark, ''::bytea from missing""")
			.param(cycle)
			.update();
	}

	@Override
	public void keepAltered(long cycle, Row row) {
		this.jdbc.sql("insert into ballot_altered (cycle_id, mark, box) values (?, ?, ?)")
			.param(cycle)
			.param(row.mark())
			.param(row.box())
			.update();
	}

	@Override
	public Set<ByteBuffer> sealed(List<WaitingBallot> ballots) {
		return new HashSet<>(this.jdbc.sql("select receipt_hash from ballot_receipt where receipt_hash = any(:hashes)")
			.param("hashes", this.arrays.of("bytea", ballots, WaitingBallot::receiptHash))
			.query((row, number) -> ByteBuffer.wrap(row.getBytes(1)))
			.list());
	}

	@Override
	public List<Long> cyclesUnder(int key) {
		return this.jdbc.sql(UNDER)
			.param("key", ByteBuffer.allocate(Integer.BYTES).putInt(key).array())
			.query(Long.class)
			.list();
	}

	private java.sql.Array texts(List<String> places) {
		return this.arrays.of("text", places, (place) -> place);
	}

	private java.sql.Array bytes(List<byte[]> values) {
		return this.arrays.of("bytea", values, (value) -> value);
	}

}

package org.pingyi.intake.ballot.log;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores and reads the trees over the sealed ballots and over the receipts of a cycle.
 */
@Component
public class LogTree {

	private static final String APPEND = """
			insert into ballot_node (cycle_id, log, level, index, hash)
			select :cycle, :log, level, index, hash from unnest(:levels, :indexes, :hashes) as given (level, index, hash)""";

	private final JdbcClient jdbc;

	private final BallotArrays arrays;

	LogTree(JdbcClient jdbc, BallotArrays arrays) {
		this.jdbc = jdbc;
		this.arrays = arrays;
	}

	/** Which tree: its number in the store and the table of its leaves. */
	public enum Log {

		BALLOTS("ballot_sealed"), RECEIPTS("ballot_receipt");

		private final String leaves;

		Log(String leaves) {
			this.leaves = leaves;
		}

	}

	/**
	 * Appends the leaves from a size on, which are in their table already.
	 * @return the root of the grown tree
	 */
	public byte[] grow(long cycle, Log log, long size, List<byte[]> leaves) {
		MerkleFrontier growth = new MerkleFrontier(size, (level, index) -> hash(cycle, log, level, index));
		leaves.forEach(growth::append);
		store(cycle, log, growth.completed());
		return growth.root();
	}

	private void store(long cycle, Log log, List<MerkleFrontier.Node> nodes) {
		if (!nodes.isEmpty()) {
			this.jdbc.sql(APPEND)
				.param("cycle", cycle)
				.param("log", log.ordinal())
				.param("levels", this.arrays.of("int", nodes, MerkleFrontier.Node::level))
				.param("indexes", this.arrays.of("bigint", nodes, MerkleFrontier.Node::index))
				.param("hashes", this.arrays.of("bytea", nodes, MerkleFrontier.Node::hash))
				.update();
		}
	}

	/** The leaves from a position on, in their order. */
	public List<byte[]> leaves(long cycle, Log log, long from) {
		return this.jdbc
			.sql("select leaf from " + log.leaves + " where cycle_id = ? and position >= ? order by position")
			.params(cycle, from)
			.query((row, number) -> row.getBytes(1))
			.list();
	}

	/** The hash of a complete subtree. */
	byte[] hash(long cycle, Log log, int level, long index) {
		if (level == 0) {
			return this.jdbc.sql("select leaf from " + log.leaves + " where cycle_id = ? and position = ?")
				.params(cycle, index)
				.query((row, number) -> row.getBytes(1))
				.single();
		}
		return this.jdbc.sql("select hash from ballot_node where cycle_id = ? and log = ? and level = ? and index = ?")
			.params(cycle, log.ordinal(), level, index)
			.query((row, number) -> row.getBytes(1))
			.single();
	}

	/**
	 * The audit path of a leaf in the tree of a size (RFC 6962, section 2.1.1), from the
	 * leaf upwards.
	 */
	public List<byte[]> path(long cycle, Log log, long position, long size) {
		List<byte[]> path = new ArrayList<>();
		long start = 0;
		long end = size;
		while (end - start > 1) {
			long middle = start + split(end - start);
			boolean left = position < middle;
			path.addFirst(left ? root(cycle, log, middle, end) : root(cycle, log, start, middle));
			end = left ? middle : end;
			start = left ? start : middle;
		}
		return path;
	}

	/** The largest power of two below a number above 1. */
	private static long split(long number) {
		return Long.highestOneBit(number - 1);
	}

	private byte[] root(long cycle, Log log, long start, long end) {
		long length = end - start;
		if (Long.bitCount(length) == 1) {
			int level = Long.numberOfTrailingZeros(length);
			return hash(cycle, log, level, start >> level);
		}
		long middle = start + split(length);
		return Merkle.node(root(cycle, log, start, middle), root(cycle, log, middle, end));
	}

}

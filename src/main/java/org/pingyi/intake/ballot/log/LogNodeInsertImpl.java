package org.pingyi.intake.ballot.log;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Appends nodes by plain JDBC: a batch of the sealer completes up to 5,000 of them, which
 * arrays carry in one statement (src/docs/decisions/0010-one-statement.md).
 */
class LogNodeInsertImpl implements LogNodeInsert {

	private static final String INSERT = """
			insert into ballot_node (cycle_id, log, level, index, hash)
			select :cycle, :log, level, index, hash from unnest(:levels, :indexes, :hashes) as given (level, index, hash)""";

	private final JdbcClient jdbc;

	private final BallotArrays arrays;

	LogNodeInsertImpl(JdbcClient jdbc, BallotArrays arrays) {
		this.jdbc = jdbc;
		this.arrays = arrays;
	}

	@Override
	public void insert(long cycle, int log, List<MerkleFrontier.Node> nodes) {
		this.jdbc.sql(INSERT)
			.param("cycle", cycle)
			.param("log", log)
			.param("levels", this.arrays.of("int", nodes, MerkleFrontier.Node::level))
			.param("indexes", this.arrays.of("bigint", nodes, MerkleFrontier.Node::index))
			.param("hashes", this.arrays.of("bytea", nodes, MerkleFrontier.Node::hash))
			.update();
	}

}

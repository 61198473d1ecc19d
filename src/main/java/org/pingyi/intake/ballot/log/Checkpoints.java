package org.pingyi.intake.ballot.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the signed states of the logs; only ever appends. */
@Component
public class Checkpoints {

	private static final String ROWS = """
			select cycle_id, size, ballots_root, receipts_root, signature from ballot_checkpoint where cycle_id = ?""";

	private final JdbcClient jdbc;

	private final Signer signer;

	private final ApplicationEventPublisher events;

	Checkpoints(JdbcClient jdbc, Signer signer, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.signer = signer;
		this.events = events;
	}

	/** Signs and stores a state; it is handed out after the commit. */
	public void append(long cycle, long size, byte[] ballotsRoot, byte[] receiptsRoot) {
		byte[] signature = this.signer.sign(Checkpoint.content(cycle, size, ballotsRoot, receiptsRoot));
		this.jdbc.sql(
				"insert into ballot_checkpoint (cycle_id, size, ballots_root, receipts_root, signature) values (?, ?, ?, ?, ?)")
			.params(cycle, size, ballotsRoot, receiptsRoot, signature)
			.update();
		this.events.publishEvent(new Checkpoint(cycle, size, ballotsRoot, receiptsRoot, signature));
	}

	public Optional<Checkpoint> latest(long cycle) {
		return this.jdbc.sql(ROWS + " order by size desc limit 1").param(cycle).query(Checkpoints::row).optional();
	}

	Optional<Checkpoint> at(long cycle, long size) {
		return this.jdbc.sql(ROWS + " and size = ?").params(cycle, size).query(Checkpoints::row).optional();
	}

	/** All of a cycle, from the first. */
	public List<Checkpoint> of(long cycle) {
		return this.jdbc.sql(ROWS + " order by size").param(cycle).query(Checkpoints::row).list();
	}

	private static Checkpoint row(ResultSet row, int number) throws SQLException {
		return new Checkpoint(row.getLong(1), row.getLong(2), row.getBytes(3), row.getBytes(4), row.getBytes(5));
	}

}

package org.pingyi.intake.ballot;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.pingyi.rules.cycle.CycleClosed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens waiting ballots, shuffles them into the sealed ones, counts them and signs the
 * grown log, all in one transaction; one sealer at a time over all nodes.
 */
@Component
class Sealer {

	private static final Logger logger = LoggerFactory.getLogger(Sealer.class);

	/** Enough to hide among; more at once would hold up those who vote meanwhile. */
	static final int MOST = 5_000;

	private static final String ONE_AT_A_TIME = """
			select pg_advisory_xact_lock(hashtext('ballot.seal'), cast(:cycle as int)) is null""";

	// By their places, which stay: rows that wait are never changed, and taken out here
	// only.
	private static final String TAKE_OUT = """
			delete from %1$s where ctid = any(array(select ctid from %1$s where cycle_id = :cycle limit :most))
			returning box""";

	private static final String KEEP = "insert into ballot_unreadable (cycle_id, box) values (?, ?)";

	private static final String TAKE_OUT_BALLOTS = TAKE_OUT.formatted("ballot_waiting");

	private static final String TAKE_OUT_OPINIONS = TAKE_OUT.formatted("ballot_waiting_opinion");

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final Boxes boxes;

	private final SealedRows rows;

	private final LogTree trees;

	private final Checkpoints checkpoints;

	Sealer(JdbcClient jdbc, Boxes boxes, SealedRows rows, LogTree trees, Checkpoints checkpoints) {
		this.jdbc = jdbc;
		this.boxes = boxes;
		this.rows = rows;
		this.trees = trees;
		this.checkpoints = checkpoints;
	}

	/** Inside the closing transaction, so that a closed cycle has nothing unsealed. */
	@EventListener
	@Transactional
	public void onClosed(CycleClosed closed) {
		while (seal(closed.cycle()) == MOST) {
			logger.info("More ballots of cycle {} wait", closed.cycle());
		}
		while (placeOpinions(closed.cycle()) == MOST) {
			logger.info("More opinions of cycle {} wait", closed.cycle());
		}
	}

	/**
	 * Seals what waits as one batch: the larger it is, the less its order says. What was
	 * altered meanwhile is kept as it is, and holds nobody else up.
	 * @return how many boxes of ballots it took out
	 */
	@Transactional
	public long seal(long cycle) {
		this.jdbc.sql(ONE_AT_A_TIME).param("cycle", cycle).query(Boolean.class).single();
		List<byte[]> boxes = takeOut(TAKE_OUT_BALLOTS, cycle);
		List<WaitingBallot> batch = open(cycle, boxes, this.boxes::ballot);
		if (!batch.isEmpty()) {
			place(cycle, batch);
			placeOpinions(cycle);
		}
		sign(cycle);
		logger.info("Sealed {} ballots of cycle {}", batch.size(), cycle);
		return boxes.size();
	}

	private List<byte[]> takeOut(String statement, long cycle) {
		return this.jdbc.sql(statement)
			.param("cycle", cycle)
			.param("most", MOST)
			.query((row, number) -> row.getBytes(1))
			.list();
	}

	private <T> List<T> open(long cycle, List<byte[]> boxes, Function<byte[], Optional<T>> key) {
		List<T> opened = new ArrayList<>();
		for (byte[] box : boxes) {
			key.apply(box).ifPresentOrElse(opened::add, () -> keepUnreadable(cycle, box));
		}
		return opened;
	}

	private void keepUnreadable(long cycle, byte[] box) {
		logger.error("Something of cycle {} was altered while it waited for the seal; see ballot_unreadable", cycle);
		this.jdbc.sql(KEEP).params(cycle, box).update();
	}

	/**
	 * Ballots, receipts and opinions each get an order that says nothing of the others.
	 */
	private void place(long cycle, List<WaitingBallot> batch) {
		long from = this.jdbc.sql("select coalesce(max(position) + 1, 0) from ballot_sealed where cycle_id = ?")
			.param(cycle)
			.query(Long.class)
			.single();
		shuffle(batch);
		this.rows.ballots(cycle, from, batch);
		this.rows.tallies(cycle, batch);
		shuffle(batch);
		this.rows.receipts(cycle, from, batch);
		this.rows.opinions(cycle, batch.stream().map(WaitingBallot::opinion).toList());
	}

	/**
	 * Opinions need no company of ballots: nothing leads from one to the other.
	 * @return how many boxes it took out
	 */
	private int placeOpinions(long cycle) {
		List<byte[]> boxes = takeOut(TAKE_OUT_OPINIONS, cycle);
		this.rows.opinions(cycle, open(cycle, boxes, this.boxes::opinion));
		return boxes.size();
	}

	/** Any order is as likely as any other; only tests have another one. */
	void shuffle(List<WaitingBallot> batch) {
		Collections.shuffle(batch, this.random);
	}

	/** Signs all that the last checkpoint does not cover. */
	private void sign(long cycle) {
		long size = this.checkpoints.latest(cycle).map(Checkpoint::size).orElse(0L);
		List<byte[]> ballots = this.trees.leaves(cycle, LogTree.Log.BALLOTS, size);
		if (!ballots.isEmpty()) {
			List<byte[]> receipts = this.trees.leaves(cycle, LogTree.Log.RECEIPTS, size);
			this.checkpoints.append(cycle, size + ballots.size(),
					this.trees.grow(cycle, LogTree.Log.BALLOTS, size, ballots),
					this.trees.grow(cycle, LogTree.Log.RECEIPTS, size, receipts));
		}
	}

}

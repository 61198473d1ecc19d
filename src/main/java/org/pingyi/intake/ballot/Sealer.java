package org.pingyi.intake.ballot;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.intake.ballot.log.Checkpoint;
import org.pingyi.intake.ballot.log.Checkpoints;
import org.pingyi.intake.ballot.log.LogTree;
import org.pingyi.rules.cycle.CycleClosed;

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

	/** So many stay until the close, when the last are sealed with them. */
	static final int COMPANY = 50;

	private static final String ONE_AT_A_TIME = """
			select pg_advisory_xact_lock(hashtext('ballot.seal'), cast(:cycle as int)) is null""";

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final WaitingBallots waiting;

	private final SealedBatchImpl rows;

	private final LogTree trees;

	private final Checkpoints checkpoints;

	Sealer(JdbcClient jdbc, WaitingBallots waiting, SealedBatchImpl rows, LogTree trees, Checkpoints checkpoints) {
		this.jdbc = jdbc;
		this.waiting = waiting;
		this.rows = rows;
		this.trees = trees;
		this.checkpoints = checkpoints;
	}

	/** Inside the closing transaction, so that a closed cycle has nothing unsealed. */
	@EventListener
	@Transactional
	public void onClosed(CycleClosed closed) {
		sealAll(closed.cycle());
	}

	/**
	 * Seals everything that waits, in batches of one size: none is left with a few.
	 * @return how many ballots waited
	 */
	@Transactional
	public long sealAll(long cycle) {
		begin(cycle);
		long all = this.waiting.count(cycle, Long.MAX_VALUE);
		long left = all;
		for (long batches = Math.max(1, Math.ceilDiv(all, MOST)); batches > 0; batches--) {
			left -= sealBatch(cycle, Math.ceilDiv(left, batches)).rows();
		}
		while (placeOpinions(cycle) == MOST) {
			logger.info("More opinions of cycle {} wait", cycle);
		}
		return all;
	}

	/**
	 * Seals what waits as one batch: the larger it is, the less its order says. A few
	 * stay, for those who come last to hide among.
	 * @param fewest how many must wait; with fewer, as when another node has just sealed,
	 * nothing happens
	 * @throws IllegalStateException when too much of it was altered for the rest to hide
	 * in; all of it goes on waiting, for the close
	 */
	@Transactional
	public void sealSome(long cycle, int fewest) {
		begin(cycle);
		long waiting = this.waiting.count(cycle, MOST + COMPANY);
		if (waiting >= fewest) {
			requireCompany(cycle, sealBatch(cycle, waiting - COMPANY));
		}
	}

	/** One at a time over all nodes; what waits is counted after that. */
	private void begin(long cycle) {
		this.jdbc.sql(ONE_AT_A_TIME).param("cycle", cycle).query(Boolean.class).single();
	}

	private static void requireCompany(long cycle, WaitingBallots.Out<WaitingBallot> out) {
		if (out.whole().size() < COMPANY) {
			throw new IllegalStateException("Of %d ballots of cycle %d that wait %d are whole: too few to be sealed"
				.formatted(out.rows(), cycle, out.whole().size()));
		}
	}

	private WaitingBallots.Out<WaitingBallot> sealBatch(long cycle, long most) {
		WaitingBallots.Out<WaitingBallot> out = this.waiting.takeBallots(cycle, most);
		if (!out.whole().isEmpty()) {
			place(cycle, new ArrayList<>(out.whole()));
			placeOpinions(cycle);
		}
		sign(cycle);
		logger.info("Sealed {} ballots of cycle {}", out.whole().size(), cycle);
		return out;
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
	 * @return how many boxes were taken out
	 */
	private int placeOpinions(long cycle) {
		WaitingBallots.Out<WaitingOpinion> out = this.waiting.takeOpinions(cycle, MOST);
		this.rows.opinions(cycle, out.whole());
		return out.rows();
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

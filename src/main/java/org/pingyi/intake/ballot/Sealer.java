package org.pingyi.intake.ballot;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.intake.ballot.log.Logs;
import org.pingyi.rules.cycle.CycleClosed;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decrypts waiting ballots, shuffles them into the sealed ones, counts them and signs the
 * grown log, all in one transaction; one sealer at a time over all nodes.
 */
@Component
class Sealer {

	private static final Logger logger = LoggerFactory.getLogger(Sealer.class);

	/** Enough to hide among; more at once would delay those who vote meanwhile. */
	static final int MOST = 5_000;

	/** So many stay until the close, when the last are sealed with them. */
	static final int MIN_ANONYMITY_SET = 50;

	private final SecureRandom random = new SecureRandom();

	private final WaitingBallots waiting;

	private final SealedBallotRepository sealed;

	private final Logs logs;

	Sealer(WaitingBallots waiting, SealedBallotRepository sealed, Logs logs) {
		this.waiting = waiting;
		this.sealed = sealed;
		this.logs = logs;
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
		long waiting = this.waiting.count(cycle, MOST + MIN_ANONYMITY_SET);
		if (waiting >= fewest) {
			requireAnonymity(cycle, sealBatch(cycle, waiting - MIN_ANONYMITY_SET));
		}
	}

	/** One at a time over all nodes; what waits is counted after that. */
	private void begin(long cycle) {
		this.sealed.lock(cycle);
	}

	private static void requireAnonymity(long cycle, WaitingBallots.Batch<WaitingBallot> taken) {
		if (taken.whole().size() < MIN_ANONYMITY_SET) {
			throw new IllegalStateException("Of %d ballots of cycle %d that wait %d are whole: too few to be sealed"
				.formatted(taken.rows(), cycle, taken.whole().size()));
		}
	}

	private WaitingBallots.Batch<WaitingBallot> sealBatch(long cycle, long most) {
		WaitingBallots.Batch<WaitingBallot> taken = this.waiting.takeBallots(cycle, most);
		if (!taken.whole().isEmpty()) {
			place(cycle, new ArrayList<>(taken.whole()));
			placeOpinions(cycle);
		}
		this.logs.sign(cycle);
		logger.info("Sealed {} ballots of cycle {}", taken.whole().size(), cycle);
		return taken;
	}

	/**
	 * Ballots, receipts and opinions each get an order that says nothing of the others.
	 */
	private void place(long cycle, List<WaitingBallot> batch) {
		long from = this.sealed.nextPosition(cycle);
		shuffle(batch);
		this.sealed.ballots(cycle, from, batch);
		this.sealed.tallies(cycle, batch);
		shuffle(batch);
		this.sealed.receipts(cycle, from, batch);
		this.sealed.opinions(cycle, batch.stream().map(WaitingBallot::opinion).toList());
	}

	/**
	 * Opinions need not wait for others: nothing leads from one to the other.
	 * @return how many were taken out, decoys among them
	 */
	private int placeOpinions(long cycle) {
		WaitingBallots.Batch<WaitingOpinion> taken = this.waiting.takeOpinions(cycle, MOST);
		this.sealed.opinions(cycle, taken.whole());
		return taken.rows();
	}

	/** Any order is as likely as any other; only tests have another one. */
	void shuffle(List<WaitingBallot> batch) {
		Collections.shuffle(batch, this.random);
	}

}

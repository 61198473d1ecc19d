package org.pingyi.intake.ballot;

import java.util.List;
import java.util.Map;

import org.pingyi.intake.ballot.tally.Tally;

/**
 * Appends a batch of decrypted ballots: the ballots, the receipts, the opinions, the
 * tallies.
 */
interface SealedBatch {

	/** Places ballots in the order given, from a position on. */
	void ballots(long cycle, long from, List<WaitingBallot> ballots);

	/** Places the hashes of receipts in the order given, from a position on. */
	void receipts(long cycle, long from, List<byte[]> receipts);

	/** Places what was said, in an order of its own, and leaves out what is empty. */
	void opinions(long cycle, List<WaitingOpinion> opinions);

	/** Adds to the histograms: how many more there are of each bar. */
	void tallies(long cycle, Map<Tally, Long> bars);

}

package org.pingyi.intake.ballot;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.pingyi.base.web.MinuteCache;
import org.pingyi.intake.ballot.form.VerifiedSource;
import org.pingyi.intake.ballot.key.ReceiptHashes;
import org.pingyi.intake.ballot.log.ReceiptState;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.intake.ballot.tally.Participation;
import org.pingyi.intake.ballot.tally.SignalCount;
import org.pingyi.intake.ballot.tally.Tallies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Counts ballots. Those that wait are one number: to know more of them each would have to
 * be decrypted, which takes time and memory with every ballot.
 */
@Component
class BallotCounts {

	/** So many are counted in ten milliseconds. */
	private static final long COUNTED_AT_ONCE = 50_000;

	private final WaitingBallotRepository places;

	private final SealedBallotRepository sealed;

	private final Tallies tallies;

	private final OpinionRepository opinions;

	private final ReceiptHashes receipts;

	private final ObjectProvider<VerifiedSource> verified;

	private final MinuteCache<Long, Long> many;

	BallotCounts(WaitingBallotRepository places, SealedBallotRepository sealed, Tallies tallies,
			OpinionRepository opinions, ReceiptHashes receipts, ObjectProvider<VerifiedSource> verified, Clock clock) {
		this.many = new MinuteCache<>(clock);
		this.places = places;
		this.sealed = sealed;
		this.tallies = tallies;
		this.opinions = opinions;
		this.receipts = receipts;
		this.verified = verified;
	}

	Counters counters(long cycle) {
		return this.sealed.counters(cycle)
			.with(this.verified.orderedStream().mapToLong((door) -> door.verified(cycle)).sum());
	}

	ReceiptState state(byte[] receiptHash) {
		return ReceiptState.valueOf(this.places.state(receiptHash, this.receipts.mark(receiptHash)));
	}

	/** How many wait for the seal; where they are very many, as of the last minute. */
	long waiting(long cycle) {
		long some = this.places.count(cycle, COUNTED_AT_ONCE);
		return (some < COUNTED_AT_ONCE) ? some : this.many.of(cycle, (one) -> this.places.count(one, Long.MAX_VALUE));
	}

	/** Sealed ones, by channel, unit and rater class. */
	List<Participation> participation(long cycle) {
		return this.tallies.participation(cycle);
	}

	/** Sealed ones, by channel, unit and signals. */
	List<SignalCount> signals(long cycle) {
		return this.tallies.signals(cycle);
	}

	Map<Long, Long> opinions(long cycle) {
		return this.opinions.countByUnit(cycle)
			.stream()
			.collect(Collectors.toMap(OpinionRepository.UnitCount::unit, OpinionRepository.UnitCount::count));
	}

}

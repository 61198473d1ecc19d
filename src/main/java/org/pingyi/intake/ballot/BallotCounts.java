package org.pingyi.intake.ballot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.pingyi.intake.ballot.form.VerifiedSource;
import org.pingyi.intake.ballot.key.ReceiptHashes;
import org.pingyi.intake.ballot.log.ReceiptState;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.intake.ballot.tally.Participation;
import org.pingyi.intake.ballot.tally.SignalCount;
import org.pingyi.intake.ballot.tally.Tallies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts ballots, sealed and waiting ones together, whatever they say. */
@Component
class BallotCounts {

	private final WaitingBallots waiting;

	private final WaitingBallotRepository places;

	private final SealedBallotRepository sealed;

	private final Tallies tallies;

	private final OpinionRepository opinions;

	private final ReceiptHashes receipts;

	private final ObjectProvider<VerifiedSource> verified;

	BallotCounts(WaitingBallots waiting, WaitingBallotRepository places, SealedBallotRepository sealed, Tallies tallies,
			OpinionRepository opinions, ReceiptHashes receipts, ObjectProvider<VerifiedSource> verified) {
		this.waiting = waiting;
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

	/** By channel, unit and rater class, in one snapshot. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	List<Participation> participation(long cycle) {
		Map<Participation, Long> counts = new TreeMap<>(Participation.ORDER);
		this.tallies.participation(cycle).forEach((row) -> counts.merge(row.of(0), row.ballots(), Long::sum));
		this.waiting.of(cycle)
			.forEach((ballot) -> counts
				.merge(new Participation(ballot.channel(), ballot.unit(), ballot.raterClass(), 0), 1L, Long::sum));
		return counts.entrySet().stream().map((row) -> row.getKey().of(row.getValue())).toList();
	}

	/** By channel, unit and signals, in one snapshot. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	List<SignalCount> signals(long cycle) {
		Map<SignalCount, Long> counts = new HashMap<>();
		this.tallies.signals(cycle).forEach((row) -> counts.merge(row.of(0), row.ballots(), Long::sum));
		this.waiting.of(cycle)
			.forEach((ballot) -> counts.merge(new SignalCount(ballot.channel(), ballot.unit(), ballot.signals(), 0), 1L,
					Long::sum));
		return counts.entrySet().stream().map((row) -> row.getKey().of(row.getValue())).toList();
	}

	Map<Long, Long> opinions(long cycle) {
		return this.opinions.countByUnit(cycle)
			.stream()
			.collect(Collectors.toMap(OpinionRepository.UnitCount::unit, OpinionRepository.UnitCount::count));
	}

}

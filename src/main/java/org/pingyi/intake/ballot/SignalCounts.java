package org.pingyi.intake.ballot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.pingyi.intake.ballot.tally.SignalCount;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts ballots by the signals they carry, whatever they say. */
@Component
class SignalCounts {

	private static final String SEALED = """
			select channel, unit_id as unit, signals, cast(sum(count) as bigint) as ballots from ballot_tally
			where cycle_id = ? and item = 0 group by channel, unit_id, signals""";

	private final JdbcClient jdbc;

	private final WaitingBallots waiting;

	SignalCounts(JdbcClient jdbc, WaitingBallots waiting) {
		this.jdbc = jdbc;
		this.waiting = waiting;
	}

	/** Sealed and waiting ballots together, in one snapshot. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	List<SignalCount> of(long cycle) {
		Map<SignalCount, Long> counts = new HashMap<>();
		this.jdbc.sql(SEALED)
			.param(cycle)
			.query(SignalCount.class)
			.list()
			.forEach((sealed) -> counts.merge(kind(sealed.channel(), sealed.unit(), sealed.signals()), sealed.ballots(),
					Long::sum));
		this.waiting.ballots(cycle)
			.forEach((waiting) -> counts.merge(kind(waiting.channel(), waiting.unit(), waiting.signals()), 1L,
					Long::sum));
		return counts.entrySet()
			.stream()
			.map((row) -> new SignalCount(row.getKey().channel(), row.getKey().unit(), row.getKey().signals(),
					row.getValue()))
			.toList();
	}

	private static SignalCount kind(String channel, long unit, int signals) {
		return new SignalCount(channel, unit, signals, 0);
	}

}

package org.pingyi.intake.ballot.web;

import java.time.Clock;
import java.time.Instant;

import org.pingyi.base.web.MinuteCache;
import org.pingyi.intake.ballot.ConsistencyReports;
import org.pingyi.intake.ballot.tally.ConsistencyReport;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleOpened;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds the balance up for everybody; nobody sees single ballots come in. */
@Component
class CountersCache {

	private final ConsistencyReports balances;

	private final Clock clock;

	private final MinuteCache<Cycle, Posted> board;

	CountersCache(ConsistencyReports balances, Clock clock) {
		this.balances = balances;
		this.clock = clock;
		this.board = new MinuteCache<>(clock);
	}

	/** A balance and when it was drawn up. */
	record Posted(Cycle cycle, ConsistencyReport balance, Instant at) {
	}

	/** The balance of a year that has opened. */
	Posted of(Cycle cycle) {
		return this.board.of(cycle, (one) -> new Posted(one, this.balances.of(one), this.clock.instant()));
	}

	/** Numbers start anew in an emptied database, and may then name another year. */
	@EventListener
	void onOpened(CycleOpened cycle) {
		this.board.clear();
	}

}

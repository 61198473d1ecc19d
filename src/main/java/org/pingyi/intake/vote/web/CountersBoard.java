package org.pingyi.intake.vote.web;

import java.time.Clock;
import java.time.Instant;

import org.pingyi.base.web.Board;
import org.pingyi.intake.ballot.Balance;
import org.pingyi.intake.ballot.Balances;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleOpened;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds the balance up for everybody; nobody sees single ballots come in. */
@Component
class CountersBoard {

	private final Balances balances;

	private final Clock clock;

	private final Board<Cycle, Posted> board;

	CountersBoard(Balances balances, Clock clock) {
		this.balances = balances;
		this.clock = clock;
		this.board = new Board<>(clock);
	}

	/** A balance and when it was drawn up. */
	record Posted(Cycle cycle, Balance balance, Instant at) {
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

package org.pingyi.intake.vote.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.pingyi.intake.ballot.Balance;
import org.pingyi.intake.ballot.Balances;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleOpened;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Holds the balance up for everybody and draws it up anew once a minute at most: a crowd
 * costs nothing, and nobody sees single ballots come in.
 */
@Component
class CountersBoard {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private final Balances balances;

	private final Clock clock;

	private @Nullable Posted posted;

	CountersBoard(Balances balances, Clock clock) {
		this.balances = balances;
		this.clock = clock;
	}

	/** A balance and when it was drawn up. */
	record Posted(Cycle cycle, Balance balance, Instant at) {

		boolean serves(Cycle asked, Instant now) {
			return this.cycle.equals(asked) && now.isBefore(this.at.plus(KEPT));
		}

	}

	/** The balance of a year that has opened. */
	synchronized Posted of(Cycle cycle) {
		Instant now = this.clock.instant();
		Posted last = this.posted;
		if (last == null || !last.serves(cycle, now)) {
			last = new Posted(cycle, this.balances.of(cycle), now);
			this.posted = last;
		}
		return last;
	}

	/** Numbers start anew in an emptied database, and may then name another year. */
	@EventListener
	synchronized void onOpened(CycleOpened cycle) {
		this.posted = null;
	}

}

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

/** Keeps the report for a minute for everybody; nobody sees single ballots come in. */
@Component
class CountersCache {

	private final ConsistencyReports reports;

	private final Clock clock;

	private final MinuteCache<Cycle, Posted> cache;

	CountersCache(ConsistencyReports reports, Clock clock) {
		this.reports = reports;
		this.clock = clock;
		this.cache = new MinuteCache<>(clock);
	}

	/** A report and when it was made. */
	record Posted(Cycle cycle, ConsistencyReport report, Instant at) {
	}

	/** The report of a year that has opened. */
	Posted of(Cycle cycle) {
		return this.cache.of(cycle, (one) -> new Posted(one, this.reports.of(one), this.clock.instant()));
	}

	/** Numbers start anew in an emptied database, and may then name another year. */
	@EventListener
	void onOpened(CycleOpened cycle) {
		this.cache.clear();
	}

}

package org.pingyi.intake.ballot.web;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.web.MinuteCache;
import org.pingyi.intake.ballot.ConsistencyReports;
import org.pingyi.intake.ballot.tally.ConsistencyReport;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleOpened;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the report for a minute for everybody; nobody sees single ballots come in. In a
 * big city counting takes half a second and more: there nobody waits for it, and the last
 * report is shown until the next one is made.
 */
@Component
class CountersCache {

	private static final Logger logger = LoggerFactory.getLogger(CountersCache.class);

	/** So many rights are counted in a tenth of a second. */
	private static final long MANY = 200_000;

	private final ConsistencyReports reports;

	private final Clock clock;

	private final MinuteCache<Cycle, Posted> cache;

	private final AtomicBoolean counting = new AtomicBoolean();

	private volatile @Nullable Posted last;

	CountersCache(ConsistencyReports reports, Clock clock) {
		this.reports = reports;
		this.clock = clock;
		this.cache = new MinuteCache<>(clock);
	}

	/** A report and when it was made. */
	record Posted(Cycle cycle, ConsistencyReport report, Instant at) {

		boolean isLargeOneOf(Cycle other) {
			return this.cycle.equals(other) && this.report.counters().rights() > MANY;
		}

	}

	/** The report of a year that has opened. */
	Posted of(Cycle cycle) {
		Posted known = this.last;
		if (known != null && known.isLargeOneOf(cycle)) {
			countBehind(known);
			return known;
		}
		Posted fresh = this.cache.of(cycle, this::count);
		this.last = fresh;
		return fresh;
	}

	private Posted count(Cycle cycle) {
		return new Posted(cycle, this.reports.of(cycle), this.clock.instant());
	}

	private void countBehind(Posted known) {
		boolean old = !this.clock.instant().isBefore(known.at().plus(MinuteCache.TIME_TO_LIVE));
		if (old && this.counting.compareAndSet(false, true)) {
			Thread.ofVirtual().name("counters").start(() -> replace(known));
		}
	}

	private void replace(Posted known) {
		try {
			this.last = count(known.cycle());
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("The counters cannot be counted; the last ones stay", ex);
		}
		finally {
			this.counting.set(false);
		}
	}

	/** Numbers start anew in an emptied database, and may then name another year. */
	@EventListener
	void onOpened(CycleOpened cycle) {
		this.cache.clear();
		this.last = null;
	}

}

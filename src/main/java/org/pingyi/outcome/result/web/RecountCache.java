package org.pingyi.outcome.result.web;

import java.time.Clock;

import org.pingyi.base.web.MinuteCache;
import org.pingyi.outcome.result.AuditFiles;
import org.pingyi.outcome.result.Recount;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleOpened;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds up what was counted where in a published year: to count takes a while. */
@Component
class RecountCache {

	private final AuditFiles files;

	private final MinuteCache<Cycle, Recount> board;

	RecountCache(AuditFiles files, Clock clock) {
		this.files = files;
		this.board = new MinuteCache<>(clock);
	}

	/**
	 * The recount of a year.
	 * @throws org.pingyi.base.web.Refusal as {@link AuditFiles#recount}
	 */
	Recount of(Cycle cycle) {
		return this.board.of(cycle, (one) -> this.files.recount(one.id()));
	}

	/** Numbers start anew in an emptied database, and may then name another year. */
	@EventListener
	void onOpened(CycleOpened cycle) {
		this.board.clear();
	}

}

package org.pingyi.intake.ballot.recount;

import java.time.Clock;
import java.util.List;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counting a closed year again from its sealed ballots, and comparing that with the
 * tallies that results are counted from (src/docs/decisions/0033-recount.md).
 */
@Service
@Transactional
public class BallotRecounts {

	/** More than anybody looks back at. */
	private static final int NEWEST = 20;

	private final RecountRepository repository;

	private final RecountBarRepository bars;

	private final Cycles cycles;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	BallotRecounts(RecountRepository repository, RecountBarRepository bars, Cycles cycles, Audit audit,
			ApplicationEventPublisher events, Clock clock) {
		this.repository = repository;
		this.bars = bars;
		this.cycles = cycles;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** Published inside the transaction that starts a recount. */
	record Started() {
	}

	/**
	 * Starts a recount.
	 * @return false when one of the year is running already, which is then the one
	 * @throws Refusal 409 {@code cycle.embargo} before the close: counts of answers are
	 * answers
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public boolean start(long cycle) {
		Cycle closed = this.cycles.requireClosed(cycle);
		boolean started = this.repository.insert(cycle, Actor.current().name(), this.clock.instant()) > 0;
		if (started) {
			this.audit.record("ballot.recountStarted", subject(closed), "");
			this.events.publishEvent(new Started());
		}
		return started;
	}

	static String subject(Cycle cycle) {
		return "cycle:" + cycle.code();
	}

	/** The recounts of a closed year, newest first; refuses like {@link #start}. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<BallotRecount> of(long cycle) {
		this.cycles.requireClosed(cycle);
		return this.repository.newest(cycle, NEWEST).stream().map(BallotRecounts::recount).toList();
	}

	private static BallotRecount recount(RecountRepository.Row row) {
		return new BallotRecount(row.getId(), RecountState.valueOf(row.getState()), row.getStartedBy(),
				row.getStartedAt(), row.getBallots(), row.getTotal(), row.getSigned(), row.getDiffering(),
				row.getMillis());
	}

	/** The first of the bars that a recount found to differ. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<DifferingBar> differing(BallotRecount recount) {
		return this.bars.of(recount.id());
	}

}

package org.pingyi.rules.cycle;

import java.time.Clock;

import org.pingyi.Samples;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.context.ApplicationEventPublisher;

/** Cycles that pause between the look at the phase and whatever the caller does next. */
@Samples
public class PausedCycles {

	private final CycleRepository cycles;

	private final Participants participants;

	private final CycleLedger ledger;

	private final CycleLocks locks;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PausedCycles(CycleRepository cycles, Participants participants, CycleLedger ledger, CycleLocks locks, Audit audit,
			ApplicationEventPublisher events, Clock clock) {
		this.cycles = cycles;
		this.participants = participants;
		this.ledger = ledger;
		this.locks = locks;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** As they are: the phase is held during the pause. */
	public Cycles holding(Runnable pause) {
		return new Paused() {

			@Override
			public void holdOpen(long cycle) {
				super.holdOpen(cycle);
				pause.run();
			}

		};
	}

	/** For the positive control: with a look instead of a hold. */
	public Cycles looking(Runnable pause) {
		return new Paused() {

			@Override
			public void holdOpen(long cycle) {
				if (byId(cycle).phase() != Phase.OPENED) {
					throw Refusal.conflict("cycle.notOpen");
				}
				pause.run();
			}

		};
	}

	private class Paused extends Cycles {

		Paused() {
			super(PausedCycles.this.cycles, PausedCycles.this.participants, PausedCycles.this.ledger,
					PausedCycles.this.locks, PausedCycles.this.audit, PausedCycles.this.events,
					PausedCycles.this.clock);
		}

	}

}

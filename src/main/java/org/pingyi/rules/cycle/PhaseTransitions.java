package org.pingyi.rules.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Takes cycles from one phase to the next, each step kept, in the trail and told to those
 * who follow it.
 */
@Component
class PhaseTransitions {

	private final CycleRepository cycles;

	private final Participants participants;

	private final CycleStepRepository steps;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PhaseTransitions(CycleRepository cycles, Participants participants, CycleStepRepository steps, Audit audit,
			ApplicationEventPublisher events, Clock clock) {
		this.cycles = cycles;
		this.participants = participants;
		this.steps = steps;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	void announce(long cycle) {
		if (this.participants.asPlanned(cycle).isEmpty()) {
			throw Refusal.conflict("cycle.nobody");
		}
		step(cycle, (stored) -> {
			stored.announce();
			this.participants.fix(cycle);
		});
	}

	void open(long cycle) {
		step(cycle, (stored) -> {
			stored.open(today());
			requireAlone(stored);
		});
		this.events.publishEvent(new CycleOpened(cycle));
	}

	void close(long cycle) {
		step(cycle, (stored) -> {
			stored.beginClosing(today());
			this.cycles.flush();
		});
		this.events.publishEvent(new CycleClosing(cycle));
	}

	/**
	 * Takes one step with the cycle locked.
	 * @throws Refusal 404 when there is none
	 */
	void step(long cycle, Consumer<CycleEntity> step) {
		CycleEntity stored = this.cycles.findAndLock(cycle).orElseThrow(() -> Refusal.notFound("cycle.unknown", ""));
		step.accept(stored);
		Phase phase = stored.toCycle().phase();
		this.steps.append(cycle, phase.name(), this.clock.instant(), Actor.current().name());
		String act = "cycle." + phase.name().toLowerCase(Locale.ROOT);
		this.audit.record(act, subject(stored), "");
		if (phase.reached(Phase.CLOSING)) {
			this.events.publishEvent(new CycleAct(cycle, act, subject(stored), "", today().toString()));
		}
	}

	/** The steps of a cycle, oldest first. */
	List<Step> taken(long cycle) {
		return this.steps.steps(cycle);
	}

	/** The table lets one year be open. */
	private void requireAlone(CycleEntity cycle) {
		try {
			this.cycles.saveAndFlush(cycle);
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("cycle.anotherOpen");
		}
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static String subject(CycleEntity cycle) {
		return "cycle:" + cycle.toCycle().code();
	}

}

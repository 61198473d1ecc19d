package org.pingyi.outcome.result;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Counts a closed year, shows it to its units and makes it public. */
@Component
class PublicationSteps {

	private final Cycles cycles;

	private final RunCounter counter;

	private final Runs runs;

	private final Objections objections;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	PublicationSteps(Cycles cycles, RunCounter counter, Runs runs, Objections objections, Audit audit,
			ApplicationEventPublisher events) {
		this.cycles = cycles;
		this.counter = counter;
		this.runs = runs;
		this.objections = objections;
		this.audit = audit;
		this.events = events;
	}

	Run count(Cycle closed) {
		requireUnpublished(closed);
		this.cycles.requireAsSigned(closed.id());
		if (closed.phase() == Phase.NOTICED) {
			requireUnpublished(this.cycles.hold(closed.id()));
		}
		Run run = this.counter.count(closed);
		if (closed.phase() != Phase.NOTICED) {
			this.cycles.markCounted(closed.id());
		}
		record("result.counted", closed, run.number() + ": " + run.inputsDigest() + " to " + run.outcomeDigest());
		act("result.counted", closed, run);
		return run;
	}

	private static void requireUnpublished(Cycle cycle) {
		if (cycle.phase() == Phase.PUBLISHED) {
			throw Refusal.conflict("result.alreadyPublished", cycle.name());
		}
	}

	/**
	 * The step comes before what counts: it locks the year, so that nothing slips in
	 * behind a check.
	 */
	void notice(Cycle counted) {
		this.cycles.requireAsSigned(counted.id());
		this.cycles.markNoticed(counted.id());
		Run run = upToDate(counted);
		record("result.noticed", counted, "run " + run.number());
	}

	/** The step comes before what counts, as in {@link #notice}. */
	void publish(Cycle noticed, RunId run) {
		this.cycles.requireAsSigned(noticed.id());
		this.cycles.markPublished(noticed.id());
		this.objections.requireSettled(noticed);
		Run last = upToDate(noticed);
		if (last.id() != run.value()) {
			throw Refusal.conflict("result.newerRun", last.number());
		}
		this.runs.publish(last);
		record("result.published", noticed, "run " + last.number() + ": " + last.outcomeDigest());
		act("result.published", noticed, last);
	}

	/**
	 * The last run, provided that it is genuine and counting again would count the same.
	 */
	private Run upToDate(Cycle cycle) {
		Run last = this.runs.shown(cycle);
		if (!this.counter.isUpToDate(last, cycle)) {
			throw Refusal.conflict("result.outdated", last.number());
		}
		this.runs.requireGenuine(last);
		return last;
	}

	private void record(String act, Cycle cycle, String detail) {
		this.audit.record(act, "cycle:" + cycle.code(), detail);
	}

	private void act(String act, Cycle cycle, Run run) {
		this.events.publishEvent(new CycleAct(cycle.id(), act, "run:" + run.number(), "",
				CycleAct.detail(run.inputsDigest(), run.outcomeDigest())));
	}

}

package org.pingyi.outcome.result;

import java.util.List;
import java.util.Optional;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.CycleId;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Outcome;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a year concludes: counted in runs that never change, shown to the units, then made
 * public. Cycles and runs are named by their numbers, units by their codes.
 */
@Service
@Transactional
public class Results {

	private final Cycles cycles;

	private final Units units;

	private final RunCounter counter;

	private final Runs runs;

	private final StandingsView standings;

	private final CardView cards;

	private final Objections objections;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	Results(Cycles cycles, Units units, RunCounter counter, Runs runs, StandingsView standings, CardView cards,
			Objections objections, Audit audit, ApplicationEventPublisher events) {
		this.cycles = cycles;
		this.units = units;
		this.counter = counter;
		this.runs = runs;
		this.standings = standings;
		this.cards = cards;
		this.objections = objections;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Counts a closed cycle, or counts it again until it is public; every run is kept.
	 * @throws Refusal 409 {@code cycle.embargo} before the close,
	 * {@code result.alreadyPublished} afterwards, 422 when the rules cannot score a unit
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public Run count(long cycle) {
		Cycle closed = this.cycles.requireClosed(cycle);
		if (closed.phase() == Phase.PUBLISHED) {
			throw Refusal.conflict("result.alreadyPublished", closed.name());
		}
		Run run = this.counter.count(closed);
		if (closed.phase() != Phase.NOTICED) {
			this.cycles.markCounted(cycle);
		}
		record("result.counted", closed, run.number() + ": " + run.inputsDigest() + " to " + run.outcomeDigest());
		act("result.counted", closed, run);
		return run;
	}

	/**
	 * Shows every unit its own draft and lets it object.
	 * @throws Refusal 409 before the count, or when something was approved since
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void notice(long cycle) {
		Cycle counted = this.cycles.requireClosed(cycle);
		Run run = upToDate(counted);
		this.cycles.markNoticed(cycle);
		record("result.noticed", counted, "run " + run.number());
	}

	/**
	 * Makes the last run public for good.
	 * @param run the run that was read before; it must still be the last
	 * @throws Refusal 409 while objections are open or upheld without a later run, when
	 * something was approved since the run, or when it is not the last
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void publish(CycleId cycle, RunId run) {
		Cycle noticed = this.cycles.requireClosed(cycle.value());
		this.objections.requireSettled(noticed);
		Run last = upToDate(noticed);
		if (last.id() != run.value()) {
			throw Refusal.conflict("result.newerRun", last.number());
		}
		this.cycles.markPublished(noticed.id());
		this.runs.publish(last);
		record("result.published", noticed, "run " + last.number() + ": " + last.outcomeDigest());
		act("result.published", noticed, last);
	}

	private void act(String act, Cycle cycle, Run run) {
		this.events.publishEvent(new CycleAct(cycle.id(), act, "run:" + run.number(), "",
				CycleAct.detail(run.inputsDigest(), run.outcomeDigest())));
	}

	/** The last run, provided that counting again would count the same. */
	private Run upToDate(Cycle cycle) {
		Run last = counted(cycle);
		if (!this.counter.isUpToDate(last, cycle)) {
			throw Refusal.conflict("result.outdated", last.number());
		}
		return last;
	}

	/** The runs of a cycle, newest first; they say nothing of scores. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<Run> runs(long cycle) {
		return this.runs.of(cycle);
	}

	/**
	 * The ranking of the last run for the office; each look before publication leaves a
	 * trail.
	 * @throws Refusal 409 {@code cycle.embargo}, {@code result.notCounted}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public Standings draft(long cycle) {
		Cycle closed = this.cycles.requireClosed(cycle);
		Run run = counted(closed);
		recordLook(closed, "", run);
		return this.standings.standings(closed, run, false);
	}

	/** A unit's scorecard in the last run for the office, with every figure. */
	@PreAuthorize("hasRole('OFFICE')")
	public Card draftCard(long cycle, String unit) {
		Cycle closed = this.cycles.requireClosed(cycle);
		Run run = counted(closed);
		recordLook(closed, "/" + unit, run);
		return this.cards.fullCard(closed, run, unit);
	}

	/**
	 * The scorecard of the liaison's own unit, from notice on.
	 * @throws Refusal 404 {@code result.notNoticed} before
	 */
	@PreAuthorize("hasRole('LIAISON')")
	public Card ownCard(long cycle) {
		Cycle noticed = this.cycles.byId(cycle);
		if (!noticed.phase().reached(Phase.NOTICED)) {
			throw Refusal.notFound("result.notNoticed", noticed.name());
		}
		String own = this.units.own().code();
		Run run = counted(noticed);
		recordLook(noticed, "/" + own, run);
		return this.cards.discreetCard(noticed, run, own);
	}

	/**
	 * The public ranking of a year.
	 * @throws Refusal 404 {@code result.notPublished} before
	 */
	@Transactional(readOnly = true)
	public Standings published(long cycle) {
		Cycle published = this.cycles.byId(cycle);
		return this.standings.standings(published, publishedRun(published), true);
	}

	/** A unit's public scorecard. */
	@Transactional(readOnly = true)
	public Card publishedCard(long cycle, String unit) {
		Cycle published = this.cycles.byId(cycle);
		return this.cards.discreetCard(published, publishedRun(published), unit);
	}

	/** The years whose rankings are public, newest first. */
	@Transactional(readOnly = true)
	public List<Cycle> publishedCycles() {
		return this.cycles.all().stream().filter((cycle) -> cycle.phase() == Phase.PUBLISHED).toList();
	}

	/** What went into a run, for a what-if. */
	@PreAuthorize("hasRole('OFFICE')")
	public Inputs inputs(long run) {
		Run counted = this.runs.byId(run);
		recordLook(this.cycles.requireClosed(counted.cycle()), "", counted);
		return this.runs.inputs(run);
	}

	/** What a run concluded, for a what-if. */
	@PreAuthorize("hasRole('OFFICE')")
	public Outcome outcome(long run) {
		Run counted = this.runs.byId(run);
		recordLook(this.cycles.requireClosed(counted.cycle()), "", counted);
		return this.runs.outcome(run);
	}

	private Run publishedRun(Cycle cycle) {
		return Optional.of(cycle)
			.filter((published) -> published.phase() == Phase.PUBLISHED)
			.flatMap((published) -> this.runs.published(published.id()))
			.orElseThrow(() -> Refusal.notFound("result.notPublished", cycle.name()));
	}

	/** The public run once there is one, else the last. */
	private Run counted(Cycle cycle) {
		return this.runs.published(cycle.id())
			.or(() -> this.runs.last(cycle.id()))
			.orElseThrow(() -> Refusal.conflict("result.notCounted", cycle.name()));
	}

	private void recordLook(Cycle cycle, String unit, Run run) {
		if (cycle.phase() != Phase.PUBLISHED) {
			this.audit.record("result.draftRead", "cycle:" + cycle.code() + unit, "run " + run.number());
		}
	}

	private void record(String act, Cycle cycle, String detail) {
		this.audit.record(act, "cycle:" + cycle.code(), detail);
	}

}

package org.pingyi.outcome.result;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleId;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Outcome;

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

	private final PublicationSteps publication;

	private final Runs runs;

	private final RunDocuments documents;

	private final StandingsView standings;

	private final CardView cards;

	private final Audit audit;

	Results(Cycles cycles, Units units, PublicationSteps publication, Runs runs, RunDocuments documents,
			StandingsView standings, CardView cards, Audit audit) {
		this.cycles = cycles;
		this.units = units;
		this.publication = publication;
		this.runs = runs;
		this.documents = documents;
		this.standings = standings;
		this.cards = cards;
		this.audit = audit;
	}

	/** A published year, and the run that it shows. */
	public record Publication(Cycle cycle, Run run) {
	}

	/**
	 * Counts a closed cycle, or counts it again until it is public; every run is kept.
	 * @throws Refusal 409 {@code cycle.embargo} before the close,
	 * {@code result.alreadyPublished} afterwards, 422 when the rules cannot score a unit
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public Run count(long cycle) {
		return this.publication.count(this.cycles.requireClosed(cycle));
	}

	/**
	 * Shows every unit its own draft and lets it object.
	 * @throws Refusal 409 before the count, or when something was approved since
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void notice(long cycle) {
		this.publication.notice(this.cycles.requireClosed(cycle));
	}

	/**
	 * Makes the last run public for good.
	 * @param run the run that was read before; it must still be the last
	 * @throws Refusal 409 while objections are open or upheld without a later run, when
	 * something was approved since the run, or when it is not the last
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void publish(CycleId cycle, RunId run) {
		this.publication.publish(this.cycles.requireClosed(cycle.value()), run);
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
		Run run = this.runs.shown(closed);
		recordLook(closed, "", run);
		return this.standings.standings(closed, run, false);
	}

	/** A unit's scorecard in the last run for the office, with every figure. */
	@PreAuthorize("hasRole('OFFICE')")
	public Card draftCard(long cycle, String unit) {
		Cycle closed = this.cycles.requireClosed(cycle);
		Run run = this.runs.shown(closed);
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
		Run run = this.runs.shown(noticed);
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

	/** What is public of them, newest first. */
	@Transactional(readOnly = true)
	public List<Publication> publications() {
		Map<Long, Run> runs = this.runs.published().stream().collect(Collectors.toMap(Run::cycle, Function.identity()));
		return publishedCycles().stream()
			.filter((cycle) -> runs.containsKey(cycle.id()))
			.map((cycle) -> new Publication(cycle, Objects.requireNonNull(runs.get(cycle.id()))))
			.toList();
	}

	/** What went into a run, for a what-if. */
	@PreAuthorize("hasRole('OFFICE')")
	public Inputs inputs(long run) {
		Run counted = this.runs.byId(run);
		recordLook(this.cycles.requireClosed(counted.cycle()), "", counted);
		return this.documents.inputs(run);
	}

	/** What a run concluded, for a what-if. */
	@PreAuthorize("hasRole('OFFICE')")
	public Outcome outcome(long run) {
		Run counted = this.runs.byId(run);
		recordLook(this.cycles.requireClosed(counted.cycle()), "", counted);
		return this.documents.outcome(run);
	}

	private Run publishedRun(Cycle cycle) {
		return Optional.of(cycle)
			.filter((published) -> published.phase() == Phase.PUBLISHED)
			.flatMap((published) -> this.runs.published(published.id()))
			.orElseThrow(() -> Refusal.notFound("result.notPublished", cycle.name()));
	}

	private void recordLook(Cycle cycle, String unit, Run run) {
		if (cycle.phase() != Phase.PUBLISHED) {
			this.audit.record("result.draftRead", "cycle:" + cycle.code() + unit, "run " + run.number());
		}
	}

}

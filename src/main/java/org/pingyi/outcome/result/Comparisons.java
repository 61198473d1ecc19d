package org.pingyi.outcome.result;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Scorecard;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what two runs of a year say of a unit. */
@Service
@Transactional
public class Comparisons {

	private final Runs runs;

	private final Cycles cycles;

	private final Schemes schemes;

	private final Audit audit;

	Comparisons(Runs runs, Cycles cycles, Schemes schemes, Audit audit) {
		this.runs = runs;
		this.cycles = cycles;
		this.schemes = schemes;
		this.audit = audit;
	}

	/**
	 * A unit's scorecards in two runs; a look before publication leaves a trail.
	 * @param unit code of the unit
	 * @param from number of the first run within the year, or null for the last but one
	 * @param to number of the second, or null for the last
	 * @throws Refusal 409 {@code cycle.embargo}, {@code result.notCounted}, 404
	 * {@code result.noRun}, {@code result.noCard}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public Comparison of(long cycle, String unit, @Nullable Integer from, @Nullable Integer to) {
		Cycle closed = this.cycles.requireClosed(cycle);
		List<Run> all = this.runs.of(cycle);
		if (all.isEmpty()) {
			throw Refusal.conflict("result.notCounted", closed.name());
		}
		Run after = (to != null) ? run(all, to) : all.getFirst();
		Run before = (from != null) ? run(all, from) : all.get(Math.min(1, all.size() - 1));
		Scorecard old = this.runs.score(before.id(), unit).card();
		Scorecard card = this.runs.score(after.id(), unit).card();
		recordLook(closed, unit, before, after);
		return new Comparison(closed, participant(closed, unit), all, before, after, place(before, old),
				place(after, card), old.diff(card));
	}

	private static Run run(List<Run> all, int number) {
		return all.stream()
			.filter((run) -> run.number() == number)
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("result.noRun"));
	}

	private Comparison.Place place(Run run, Scorecard card) {
		return Comparison.Place.of(this.schemes.rules(run.schemeVersion()), card.standing());
	}

	private Participant participant(Cycle cycle, String unit) {
		return Participant.of(this.cycles.participants(cycle.id()), unit)
			.orElseThrow(() -> Refusal.notFound("result.noCard", unit));
	}

	private void recordLook(Cycle cycle, String unit, Run before, Run after) {
		if (cycle.phase() != Phase.PUBLISHED) {
			this.audit.record("result.draftRead", "cycle:" + cycle.code() + "/" + unit,
					"runs " + before.number() + " and " + after.number());
		}
	}

}

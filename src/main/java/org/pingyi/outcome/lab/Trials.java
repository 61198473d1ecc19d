package org.pingyi.outcome.lab;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.pingyi.base.web.Refusal;
import org.pingyi.outcome.result.Comparison;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.Run;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.ScoreRefused;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.Scoring;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Tries other rules on the frozen inputs of a run, without writing anything. */
@Service
public class Trials {

	private final Results results;

	private final Schemes schemes;

	private final Cycles cycles;

	Trials(Results results, Schemes schemes, Cycles cycles) {
		this.results = results;
		this.schemes = schemes;
		this.cycles = cycles;
	}

	/**
	 * Counts a run's inputs by another frozen version.
	 * @param run the run
	 * @param version number of the scheme version to try
	 * @throws Refusal 422 when the rules cannot score a unit
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public Trial of(Run run, long version) {
		SchemeVersion before = this.schemes.version(run.schemeVersion());
		SchemeVersion after = this.schemes.version(version);
		Outcome tried = score(after.rules(), this.results.inputs(run.id()));
		Map<String, Scorecard> counted = byUnit(this.results.outcome(run.id()));
		Map<String, Participant> units = this.cycles.participants(run.cycle())
			.stream()
			.collect(Collectors.toMap(Participant::code, Function.identity()));
		List<Trial.Row> rows = tried.scorecards()
			.stream()
			.map((card) -> row(of(units, card), before.rules(), of(counted, card), after.rules(), card))
			.toList();
		return new Trial(run, before, after, rows);
	}

	private static Outcome score(Rules rules, Inputs inputs) {
		try {
			return Scoring.score(rules, inputs);
		}
		catch (ScoreRefused ex) {
			throw Refusal.invalid(ex.node().isEmpty() ? "lab.noTree" : "lab.nodeMissing", ex.unit(), ex.node());
		}
	}

	private static Map<String, Scorecard> byUnit(Outcome outcome) {
		return outcome.scorecards().stream().collect(Collectors.toMap(Scorecard::unit, Function.identity()));
	}

	private static <T> T of(Map<String, T> units, Scorecard card) {
		T found = units.get(card.unit());
		if (found == null) {
			throw new IllegalStateException("The run does not know " + card.unit());
		}
		return found;
	}

	private static Trial.Row row(Participant unit, Rules before, Scorecard old, Rules after, Scorecard card) {
		return new Trial.Row(unit.code(), unit.shortName(), unit.groupName(), Comparison.Place.of(before, old),
				Comparison.Place.of(after, card), old.diff(card));
	}

}

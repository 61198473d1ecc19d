package org.pingyi.outcome.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.pingyi.rules.scoring.ScorecardDiff;
import org.pingyi.rules.scoring.Scoring;
import org.pingyi.rules.scoring.Standing;

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
		Inputs inputs = this.results.inputs(run.id());
		List<Standing> tried = tried(() -> Scoring.rank(after.rules(), inputs));
		Map<String, Scorecard> counted = byUnit(this.results.outcome(run.id()));
		Map<String, Participant> units = this.cycles.participants(run.cycle())
			.stream()
			.collect(Collectors.toMap(Participant::code, Function.identity()));
		List<Trial.Row> rows = tried.stream()
			.map((unit) -> row(of(units, unit.unit()), before.rules(), of(counted, unit.unit()), after.rules(), unit))
			.toList();
		return new Trial(run, before, after, rows);
	}

	/**
	 * A unit's scorecards line by line, by the run and by the rules tried.
	 * @param unit code of the unit
	 * @return nothing when the run does not know the unit
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public Optional<ScorecardDiff> lines(Run run, long version, String unit) {
		Rules rules = this.schemes.version(version).rules();
		Inputs inputs = this.results.inputs(run.id());
		return Optional.ofNullable(byUnit(this.results.outcome(run.id())).get(unit))
			.map((counted) -> counted.diff(of(byUnit(tried(() -> Scoring.score(rules, inputs))), unit)));
	}

	private static <T> T tried(Supplier<T> count) {
		try {
			return count.get();
		}
		catch (ScoreRefused ex) {
			throw Refusal.invalid(ex.node().isEmpty() ? "lab.noTree" : "lab.nodeMissing", ex.unit(), ex.node());
		}
	}

	private static Map<String, Scorecard> byUnit(Outcome outcome) {
		return outcome.scorecards().stream().collect(Collectors.toMap(Scorecard::unit, Function.identity()));
	}

	private static <T> T of(Map<String, T> units, String unit) {
		T found = units.get(unit);
		if (found == null) {
			throw new IllegalStateException("The run does not know " + unit);
		}
		return found;
	}

	private static Trial.Row row(Participant unit, Rules before, Scorecard old, Rules after, Standing tried) {
		return new Trial.Row(unit.code(), unit.shortName(), unit.groupName(),
				Comparison.Place.of(before, old.standing()), Comparison.Place.of(after, tried));
	}

}

package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Standing;

import org.springframework.stereotype.Component;

/** Lays a run out as the rankings that pages show. */
@Component
class StandingsView {

	private final Runs runs;

	private final Cycles cycles;

	private final Schemes schemes;

	StandingsView(Runs runs, Cycles cycles, Schemes schemes) {
		this.runs = runs;
		this.cycles = cycles;
		this.schemes = schemes;
	}

	/**
	 * The ranking, its groups in the order of the register.
	 * @param discreet whether what exposes somebody is left out
	 */
	Standings standings(Cycle cycle, Run run, boolean discreet) {
		Rules rules = this.schemes.rules(run.schemeVersion());
		List<Participant> participants = this.cycles.participants(cycle.id());
		Map<String, Participant> units = participants.stream()
			.collect(Collectors.toMap(Participant::code, Function.identity()));
		Map<String, List<RankedScore>> groups = this.runs.ranked(run, rules)
			.stream()
			.collect(Collectors.groupingBy((score) -> score.standing().group()));
		return new Standings(cycle, run,
				participants.stream()
					.map(Participant::group)
					.distinct()
					.filter(groups::containsKey)
					.map((group) -> group(rules, units, groups.getOrDefault(group, List.of()), discreet))
					.toList());
	}

	private static Standings.Group group(Rules rules, Map<String, Participant> units, List<RankedScore> scores,
			boolean discreet) {
		RankedScore first = scores.getFirst();
		return new Standings.Group(first.standing().group(), unit(units, first).groupName(), columns(scores),
				scores.stream().map((score) -> row(rules, unit(units, score), score, discreet)).toList(),
				scores.stream().filter(RankedScore::unreviewed).map((score) -> unit(units, score).name()).toList());
	}

	/** Lines of the same code are the same rule, whatever a tree calls it. */
	private static List<Standings.Column> columns(List<RankedScore> scores) {
		return Standings.once(scores.stream()
			.flatMap((score) -> score.parts().stream())
			.map((part) -> new Standings.Column(part.node(), part.name())));
	}

	private static Standings.Row row(Rules rules, Participant unit, RankedScore score, boolean discreet) {
		Standing standing = score.standing();
		return new Standings.Row(standing.rank(), standing.apart(), score.scored(), unit.code(), unit.name(),
				unit.shortName(), standing.score(), score.alike(discreet), GradeMark.of(rules, standing.grade()),
				Verdicts.marks(rules, standing.marks()), points(score));
	}

	private static Map<String, BigDecimal> points(RankedScore score) {
		Map<String, BigDecimal> points = new HashMap<>();
		score.parts().forEach((part) -> {
			if (part.points() != null) {
				points.put(part.node(), part.points());
			}
		});
		return points;
	}

	private static Participant unit(Map<String, Participant> units, RankedScore score) {
		Participant unit = units.get(score.standing().unit());
		if (unit == null) {
			throw new IllegalStateException("No participant " + score.standing().unit());
		}
		return unit;
	}

}

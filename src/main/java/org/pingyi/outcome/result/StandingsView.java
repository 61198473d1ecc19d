package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scorecard;

import org.springframework.stereotype.Component;

/** Lays a run out as the rankings that pages show. */
@Component
class StandingsView {

	/** The rule of the line that holds what rounding left over. */
	private static final String ROUNDING = "rounding";

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
		Map<String, List<Score>> groups = this.runs.scores(run.id())
			.stream()
			.collect(Collectors.groupingBy((stored) -> stored.card().group()));
		return new Standings(cycle, run,
				participants.stream()
					.map(Participant::group)
					.distinct()
					.filter(groups::containsKey)
					.map((group) -> group(rules, units, groups.getOrDefault(group, List.of()), discreet))
					.toList());
	}

	private static Standings.Group group(Rules rules, Map<String, Participant> units, List<Score> stored,
			boolean discreet) {
		List<Scorecard> cards = stored.stream().map(Score::card).toList();
		Scorecard first = cards.getFirst();
		return new Standings.Group(first.group(), unit(units, first).groupName(), columns(rules, cards),
				stored.stream()
					.map((each) -> row(rules, unit(units, each.card()), each.card(), each.alike(discreet)))
					.toList(),
				unreviewed(rules, units, cards));
	}

	private static List<String> unreviewed(Rules rules, Map<String, Participant> units, List<Scorecard> cards) {
		ReviewCoverage coverage = new ReviewCoverage(rules);
		return cards.stream()
			.filter((card) -> card.rank() != null && coverage.isMissing(card))
			.map((card) -> unit(units, card).name())
			.toList();
	}

	/** Lines of the same code are the same rule, whatever a tree calls it. */
	private static List<Standings.Column> columns(Rules rules, List<Scorecard> cards) {
		return Standings.once(cards.stream()
			.flatMap((card) -> parts(rules, card).stream())
			.map((part) -> new Standings.Column(part.node(), part.name())));
	}

	private static Standings.Row row(Rules rules, Participant unit, Scorecard card, @Nullable AlikeScore alike) {
		return new Standings.Row(card.rank(), card.apart(), card.hasScore(), unit.code(), unit.name(), unit.shortName(),
				card.score(), alike, GradeMark.of(rules, card.grade()), Verdicts.marks(rules, card),
				points(rules, card));
	}

	private static Map<String, BigDecimal> points(Rules rules, Scorecard card) {
		Set<String> counted = card.total()
			.indented()
			.filter(Line.Indented::counts)
			.map((placed) -> placed.line().node())
			.collect(Collectors.toSet());
		return parts(rules, card).stream()
			.filter((part) -> counted.contains(part.node()))
			.collect(Collectors.toMap(Line::node, Line::points));
	}

	private static List<Line> parts(Rules rules, Scorecard card) {
		List<Line> parts = card.total().parts();
		return parts.isEmpty() ? List.of(card.total())
				: parts.stream()
					.flatMap((part) -> unfolds(rules, part) ? part.parts().stream() : Stream.of(part))
					.filter((part) -> !ROUNDING.equals(part.rule()))
					.toList();
	}

	/** A sum that stands alone among bonuses and deductions says little by itself. */
	private static boolean unfolds(Rules rules, Line part) {
		return rules.trees()
			.stream()
			.map((tree) -> tree.root().children().stream().filter((child) -> !child.children().isEmpty()).toList())
			.anyMatch((sums) -> sums.size() == 1 && sums.getFirst().head().code().equals(part.node()));
	}

	private static Participant unit(Map<String, Participant> units, Scorecard card) {
		Participant unit = units.get(card.unit());
		if (unit == null) {
			throw new IllegalStateException("No participant " + card.unit());
		}
		return unit;
	}

}

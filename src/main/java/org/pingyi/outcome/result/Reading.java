package org.pingyi.outcome.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.AdjustmentRules;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.Text;

import org.springframework.stereotype.Component;

/** Lays a run out as the rankings and scorecards that pages show. */
@Component
class Reading {

	/** The rule of the line that holds what rounding left over. */
	private static final String ROUNDING = "rounding";

	private final Runs runs;

	private final Cycles cycles;

	private final Schemes schemes;

	Reading(Runs runs, Cycles cycles, Schemes schemes) {
		this.runs = runs;
		this.cycles = cycles;
		this.schemes = schemes;
	}

	/** The ranking, its groups in the order of the register. */
	Standings standings(Cycle cycle, Run run) {
		Rules rules = this.schemes.rules(run.schemeVersion());
		List<Participant> participants = this.cycles.participants(cycle.id());
		Map<String, Participant> units = participants.stream()
			.collect(Collectors.toMap(Participant::code, Function.identity()));
		Map<String, List<Scorecard>> groups = this.runs.scores(run.id())
			.stream()
			.map(Runs.Stored::card)
			.collect(Collectors.groupingBy(Scorecard::group));
		return new Standings(cycle, run,
				participants.stream()
					.map(Participant::group)
					.distinct()
					.filter(groups::containsKey)
					.map((group) -> group(rules, units, groups.getOrDefault(group, List.of())))
					.toList());
	}

	private static Standings.Group group(Rules rules, Map<String, Participant> units, List<Scorecard> cards) {
		Scorecard first = cards.getFirst();
		return new Standings.Group(first.group(), unit(units, first).groupName(), columns(rules, cards),
				cards.stream().map((card) -> row(rules, unit(units, card), card)).toList());
	}

	/** Lines of the same code are the same rule, whatever a tree calls it. */
	private static List<Standings.Column> columns(Rules rules, List<Scorecard> cards) {
		return Standings.once(cards.stream()
			.flatMap((card) -> parts(rules, card).stream())
			.map((part) -> new Standings.Column(part.node(), part.name())));
	}

	private static Standings.Row row(Rules rules, Participant unit, Scorecard card) {
		return new Standings.Row(card.rank(), unit.code(), unit.name(), unit.shortName(), card.score(),
				GradeMark.of(rules, card.grade()),
				parts(rules, card).stream().collect(Collectors.toMap(Line::node, Line::points)));
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

	/** A unit's scorecard with every figure. */
	Card fullCard(Cycle cycle, Run run, String unit) {
		return card(cycle, run, this.runs.score(run.id(), unit).card(), Set.of());
	}

	/** A unit's scorecard without the figures that rest on too few people. */
	Card discreetCard(Cycle cycle, Run run, String unit) {
		Runs.Stored stored = this.runs.score(run.id(), unit);
		return card(cycle, run, stored.card(), stored.withheld());
	}

	private Card card(Cycle cycle, Run run, Scorecard card, Set<String> withheld) {
		Rules rules = this.schemes.rules(run.schemeVersion());
		List<Card.Row> rows = new ArrayList<>();
		lay(card.total(), 0, withheld, rows);
		return new Card(cycle, run, participant(cycle, card.unit()), card.score(), card.rank(),
				this.runs.ranked(run.id(), card.group()), GradeMark.of(rules, card.grade()), reason(card),
				vetoes(rules, card), rows);
	}

	private Participant participant(Cycle cycle, String unit) {
		return this.cycles.participants(cycle.id())
			.stream()
			.filter((participant) -> participant.code().equals(unit))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("result.noCard", unit));
	}

	private static void lay(Line line, int depth, Set<String> withheld, List<Card.Row> rows) {
		boolean hidden = withheld.contains(line.node());
		rows.add(new Card.Row(depth, line.parts().isEmpty(), hidden, hidden ? withoutFigures(line) : line));
		line.parts().forEach((part) -> lay(part, depth + 1, withheld, rows));
	}

	private static Line withoutFigures(Line line) {
		return new Line(line.node(), line.name(), line.clause(), line.rule(), line.state(), line.missing(), null, null,
				null, line.value(), line.weight(), line.points(), "", line.parts());
	}

	/** The engine names a veto as the reason by its code; its name is shown instead. */
	private static String reason(Scorecard card) {
		return card.vetoes().contains(card.gradeReason()) ? "" : card.gradeReason();
	}

	private static List<Text> vetoes(Rules rules, Scorecard card) {
		return rules.adjustments()
			.vetoes()
			.stream()
			.filter((veto) -> card.vetoes().contains(veto.code()))
			.map(AdjustmentRules.Veto::name)
			.toList();
	}

}

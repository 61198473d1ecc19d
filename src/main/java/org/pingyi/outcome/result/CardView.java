package org.pingyi.outcome.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Explanation;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.ItemPoints;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.TreatedBallots;

import org.springframework.stereotype.Component;

/**
 * Lays a unit's scorecard out as the pages show it, with as much as the reader may see.
 */
@Component
class CardView {

	private final Runs runs;

	private final RunDocuments documents;

	private final Cycles cycles;

	private final Schemes schemes;

	CardView(Runs runs, RunDocuments documents, Cycles cycles, Schemes schemes) {
		this.runs = runs;
		this.documents = documents;
		this.cycles = cycles;
		this.schemes = schemes;
	}

	/** A unit's scorecard with every figure, down to the items. */
	Card fullCard(Cycle cycle, Run run, String unit) {
		Rules rules = this.schemes.rules(run.schemeVersion());
		Score score = this.runs.score(run.id(), unit);
		Scorecard card = score.card();
		Inputs inputs = this.documents.inputs(run.id(), unit);
		List<ItemPoints> items = ItemPoints.of(rules, inputs, card);
		Explanation lines = Explanation.of(rules, card, ranked(run, card),
				(other) -> this.runs.score(run.id(), other).card(), (other) -> Set.of());
		Explanation.Gap gap = lines.gap();
		Explanation facts = (gap == null) ? lines : lines.byItems(items, items(rules, run, gap.other()));
		return card(cycle, run, rules, facts, score.alike(false),
				rows(card, Set.of(), new AskedItems(rules, items, false),
						new FlaggedBallots(rules, TreatedBallots.of(rules, inputs, card), false)));
	}

	private List<ItemPoints> items(Rules rules, Run run, Scorecard card) {
		return ItemPoints.of(rules, this.documents.inputs(run.id(), card.unit()), card);
	}

	/**
	 * A unit's scorecard without the figures that rest on too few people, and without
	 * what items brought. Until the ranking is public a unit sees no other's score, so
	 * its account speaks of no other; afterwards it names lines, whose points are public,
	 * but none that is withheld on either side.
	 */
	Card discreetCard(Cycle cycle, Run run, String unit) {
		Rules rules = this.schemes.rules(run.schemeVersion());
		Map<String, Score> scores = new HashMap<>();
		Function<String, Score> read = (code) -> scores.computeIfAbsent(code,
				(first) -> this.runs.score(run.id(), first));
		Score score = read.apply(unit);
		Explanation facts = Explanation.of(rules, score.card(), ranked(run, score.card()),
				(other) -> read.apply(other).card(), (other) -> read.apply(other).withheld());
		return card(cycle, run, rules, (cycle.phase() == Phase.PUBLISHED) ? facts : facts.withoutOthers(),
				score.alike(true), discreetRows(rules, this.documents.inputs(run.id(), unit), score));
	}

	private static List<Card.Row> discreetRows(Rules rules, Inputs inputs, Score score) {
		List<TreatedBallots> treated = (score.alike() == null) ? List.of()
				: TreatedBallots.of(rules, inputs, score.card());
		return rows(score.card(), score.withheld(),
				new AskedItems(rules, ItemPoints.of(rules, inputs, score.card()), true),
				new FlaggedBallots(rules, treated, true));
	}

	private List<Explanation.Ranked> ranked(Run run, Scorecard card) {
		return this.runs.ranked(run.id(), card.group());
	}

	private Card card(Cycle cycle, Run run, Rules rules, Explanation facts, @Nullable AlikeScore alike,
			List<Card.Row> rows) {
		Map<String, Participant> units = this.cycles.participants(cycle.id())
			.stream()
			.collect(Collectors.toMap(Participant::code, Function.identity()));
		Scorecard card = facts.card();
		Participant unit = units.get(card.unit());
		if (unit == null) {
			throw Refusal.notFound("result.noCard", card.unit());
		}
		return new Card(cycle, run, unit, card.score(), alike, card.rank(), card.apart(), facts.ranked(),
				Verdicts.of(rules, facts), rows, account(rules, units, facts));
	}

	private static Card.Account account(Rules rules, Map<String, Participant> units, Explanation facts) {
		Explanation.Gap gap = facts.gap();
		return (gap == null) ? new Card.Account(facts, null, null)
				: new Card.Account(facts, units.get(gap.other().unit()), GradeMark.of(rules, gap.other().grade()));
	}

	private static List<Card.Row> rows(Scorecard card, Set<String> withheld, AskedItems items, FlaggedBallots flagged) {
		return card.total().indented().map((line) -> row(line, withheld, items, flagged)).toList();
	}

	private static Card.Row row(Line.Indented indented, Set<String> withheld, AskedItems items,
			FlaggedBallots flagged) {
		Line line = indented.line();
		boolean leaf = line.parts().isEmpty();
		return withheld.contains(line.node())
				? new Card.Row(indented.depth(), leaf, indented.counts(), true, line.withoutFigures(), List.of(),
						List.of())
				: new Card.Row(indented.depth(), leaf, indented.counts(), false, line, items.of(line),
						flagged.of(line));
	}

}
